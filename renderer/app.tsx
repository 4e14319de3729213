import { ActingProvider } from './actions/acting.tsx'
import { ArchiveGate } from './archive-gate.tsx'
import { ConnectionProvider } from './client/connection.tsx'
import { MemoryProvider } from './client/memory.tsx'
import { DeskProvider } from './desk.tsx'
import { LayoutProvider } from './layout.tsx'
import { HeldDraftsProvider, KeptDraftsProvider } from './safety/kept-draft.tsx'
import { VaultGate } from './safety/vault-gate.tsx'
import { VaultProvider } from './safety/vault.tsx'
import { ManagedLanguage } from './settings/managed-settings.tsx'
import { SettingsProvider } from './settings/settings.tsx'
import { NoticesProvider } from './ui/notices.tsx'

/** The whole window. */
export function App() {
  return (
    <ConnectionProvider>
      <MemoryProvider>
        <SettingsProvider>
          <ManagedLanguage />
          <VaultProvider>
            <HeldDraftsProvider>
              <VaultGate>
                <NoticesProvider>
                  <ActingProvider>
                    <LayoutProvider>
                      <DeskProvider>
                        <KeptDraftsProvider>
                          <ArchiveGate />
                        </KeptDraftsProvider>
                      </DeskProvider>
                    </LayoutProvider>
                  </ActingProvider>
                </NoticesProvider>
              </VaultGate>
            </HeldDraftsProvider>
          </VaultProvider>
        </SettingsProvider>
      </MemoryProvider>
    </ConnectionProvider>
  )
}
