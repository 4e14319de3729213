import { wireFromPort, type Wire } from '../../shared/channels/wire.ts'

/** What the preload script posts beside the ports. */
const PORTS_MESSAGE = 'fonds:ports'

/** Takes the pairs of ports that the desktop shell hands over, now and after each restart. */
export function receivePorts(
  desktop: { readonly connect: () => void },
  onWires: (archive: Wire, shell: Wire) => void,
): void {
  window.addEventListener('message', (event) => {
    const [archive, shell] = event.ports
    if (event.source !== window || event.data !== PORTS_MESSAGE || !archive || !shell) return
    onWires(wireFromPort(archive), wireFromPort(shell))
  })
  desktop.connect()
}
