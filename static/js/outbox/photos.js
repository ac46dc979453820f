// Photos leave small and without where and with what they were taken.
const MOST = 400_000
const LONGEST = 1600
const QUALITIES = [.85, .7, .55, .4, .25]
const HEAD = 65_536

/**
 * @param {[string, any][]} fields
 * @returns {Promise<[string, any][]>}
 */
export const smaller = fields => Promise.all(fields.map(async ([name, value]) =>
  [name, isTold(value) ? await made(value).catch(() => value) : value])) // what cannot be decoded stays as it is

/** Larger than need be, or a JPEG that tells of its camera. */
function isTold({ type = "", bytes }) {
  if (!bytes || !/^image\/(jpeg|png|webp|hei[cf])$/.test(type)) return false
  return bytes.byteLength > MOST || type === "image/jpeg" && hasExif(bytes)
}

function hasExif(bytes) {
  const head = new TextDecoder("latin1").decode(new Uint8Array(bytes, 0, Math.min(bytes.byteLength, HEAD)))
  return head.includes("Exif\0") || head.includes("http://ns.adobe.com/xap/")
}

async function made({ name, type, bytes }) {
  const picture = await createImageBitmap(new Blob([bytes], { type }))
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height))
  const canvas = document.createElement("canvas")
  canvas.width = picture.width * scale
  canvas.height = picture.height * scale
  const paper = canvas.getContext("2d")
  paper.fillStyle = "#fff"
  paper.fillRect(0, 0, canvas.width, canvas.height)
  paper.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  for (const quality of QUALITIES) {
    const blob = await new Promise(resolve => canvas.toBlob(resolve, "image/jpeg", quality))
    if (blob.size <= MOST || quality === QUALITIES.at(-1))
      return { name: name.replace(/\.\w+$/, ".jpg"), type: "image/jpeg", bytes: await blob.arrayBuffer() }
  }
}
