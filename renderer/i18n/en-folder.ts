import { createPlural } from './plural.ts'

const plural = createPlural('en-GB')

/** English for the folder that is watched. */
export const enFolder = {
  folder: {
    title: 'Watched folder',
    advice: 'Files that arrive there are added by themselves. Fonds never changes anything in it.',
    choose: 'Choose a folder…',
    change: 'Choose another folder…',
    turn: 'Watch this folder',
    conditions: {
      off: 'Not watched.',
      watching: 'Watched: what arrives there is added.',
      missing:
        'The folder is not there. Nothing is lost: Fonds goes on as soon as it is back. Plug in the drive, or choose another folder.',
      refused:
        'The archive takes nothing in at the moment: it is locked or read-only. The files stay in the folder, and Fonds tries again.',
      unavailable:
        'A browser cannot watch a folder: only the installed application does. Here, drop the folder onto the window as often as you like: what the archive holds is not added twice.',
    },
    readAgain: 'Read the unreadable files again',
    managed: 'Set by your administrator.',
    notKept: 'The choice could not be kept. Look whether the disk has room, then try again.',
    taken: (added: number) =>
      plural(added, {
        one: '# text added from the watched folder.',
        other: '# texts added from the watched folder.',
      }),
    unread: (count: number) =>
      plural(count, {
        one: '# file of the watched folder could not be read; it stays there.',
        other: '# files of the watched folder could not be read; they stay there.',
      }),
  },
}
