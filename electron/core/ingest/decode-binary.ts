/** First bytes of common binary formats, in hexadecimal, by format. */
const SIGNATURES: Readonly<Record<string, string>> = {
  'ZIP, DOCX, ODT': '504b0304',
  'empty ZIP': '504b0506',
  'DOC, MSG': 'd0cf11e0a1b11ae1',
  'ELF program': '7f454c46',
  'Java class': 'cafebabe',
  'Mach-O program': 'cffaedfe',
  PNG: '89504e47',
  JPEG: 'ffd8ff',
  GIF: '47494638',
  'TIFF, Intel': '49492a00',
  'TIFF, Motorola': '4d4d002a',
  'WEBP, WAV, AVI': '52494646',
  gzip: '1f8b08',
  bzip2: '425a68',
  '7z': '377abcaf271c',
  RAR: '526172211a07',
  SQLite: '53514c69746520666f726d6174203300',
  OGG: '4f676753',
  MP3: '494433',
  WebAssembly: '0061736d',
}

/** True for PDF, archives, programs, images and anything else dense in control bytes. */
export function isBinary(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 1024))
  const start = head.subarray(0, 16).toString('hex')
  if (Object.values(SIGNATURES).some((signature) => start.startsWith(signature))) return true
  if (/%PDF-\d\.\d/u.test(head.toString('latin1'))) return true
  const sample = bytes.subarray(0, 65_536)
  let controls = 0
  for (const byte of sample) if (isControl(byte)) controls += 1
  const program = head.subarray(0, 2).toString('latin1') === 'MZ' && controls > 0
  return program || controls > sample.length * 0.05
}

const isControl = (byte: number): boolean =>
  byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1a && byte !== 0x1b)
