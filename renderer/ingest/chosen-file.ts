/** A file the officer chose, with its path inside what was chosen. */
export interface ChosenFile {
  readonly name: string
  readonly file: File
}

/** The files of a file input by path; a folder input tells where in the folder each stands. */
export function chosenFromInput(files: FileList | null): readonly ChosenFile[] {
  return byPath(
    [...(files ?? [])].map((file) => ({
      name: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath,
      file,
    })),
  )
}

/** The files of a drop, folders opened to any depth, by path. */
export async function chosenFromDrop(items: DataTransferItemList): Promise<readonly ChosenFile[]> {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  const chosen = await Promise.all(entries.map((entry) => filesUnder(entry, '')))
  return byPath(chosen.flat())
}

/**
 * Files in one order on every machine, by the code units of their paths: browsers give a folder as
 * its disk does, and which of two identical texts comes first decides which is « identical ».
 */
export function byPath(files: readonly ChosenFile[]): readonly ChosenFile[] {
  return files.toSorted((one, other) =>
    one.name < other.name ? -1 : one.name > other.name ? 1 : 0,
  )
}

/** A pasted text as the file it will be kept as. */
export function chosenFromText(text: string, name: string): ChosenFile {
  return { name, file: new File([text], name, { type: 'text/plain' }) }
}

/** A file that was opened from outside the window. */
export function chosenFromBytes(bytes: Uint8Array, name: string): ChosenFile {
  return { name, file: new File([new Uint8Array(bytes)], name) }
}

async function filesUnder(entry: FileSystemEntry, folder: string): Promise<ChosenFile[]> {
  const name = folder === '' ? entry.name : `${folder}/${entry.name}`
  if (isFileEntry(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
    return [{ name, file }]
  }
  if (!isFolderEntry(entry)) return []
  const found: ChosenFile[] = []
  for (const child of await readFolder(entry)) found.push(...(await filesUnder(child, name)))
  return found
}

/** A folder is read in portions until one comes back empty (File and Directory Entries API). */
async function readFolder(entry: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = entry.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (portion.length === 0) return all
    all.push(...portion)
  }
}

function isFileEntry(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolderEntry(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}
