/** First bytes of common binary formats, in hexadecimal. */
const SIGNATURES: readonly string[] = [
  '504b0304', // ZIP, DOCX, ODT
  '504b0506', // empty ZIP
  'd0cf11e0a1b11ae1', // DOC, MSG
  '7f454c46', // ELF program
  'cafebabe', // Java class, Mach-O
  'cffaedfe', // Mach-O
  '89504e47', // PNG
  'ffd8ff', // JPEG
  '47494638', // GIF
  '49492a00', // TIFF
  '4d4d002a', // TIFF
  '52494646', // WEBP, WAV, AVI
  '1f8b08', // gzip
  '425a68', // bzip2
  '377abcaf271c', // 7z
  '526172211a07', // RAR
  '53514c69746520666f726d6174203300', // SQLite
  '4f676753', // OGG
  '494433', // MP3
  '0061736d', // WebAssembly
]

/** True for PDF, archives, programs, images and anything else dense in control bytes. */
export function isBinary(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 1024))
  const start = head.subarray(0, 16).toString('hex')
  if (SIGNATURES.some((signature) => start.startsWith(signature))) return true
  if (/%PDF-\d\.\d/u.test(head.toString('latin1'))) return true
  const sample = bytes.subarray(0, 65_536)
  const controls = sample.reduce((count, byte) => (isControl(byte) ? count + 1 : count), 0)
  const program = head.subarray(0, 2).toString('latin1') === 'MZ' && controls > 0
  return program || controls > sample.length * 0.05
}

const isControl = (byte: number): boolean =>
  byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1a && byte !== 0x1b)
