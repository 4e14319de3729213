/** A thread that does one piece of a vault's work and ends. */
import { parentPort, workerData } from 'node:worker_threads'
import { runVaultJob, type VaultJob } from '../vault/vault-work.ts'

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the host of this very program says what is to be done
parentPort?.postMessage(await runVaultJob(workerData as VaultJob))
