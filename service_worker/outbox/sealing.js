// What waits is readable for its account only, from the first save: sign-out drops the key, the next sign-in brings it back.
import { know, known } from "./store.js"

/** @import {Operation, Outside, Row, Sealed, Words} from "./types.js" */

const AES = "AES-GCM"

/**
 * Brings the key of an account to this device. A visitor without an account has one that never leaves it.
 * @param {string} account
 * @param {boolean} isVisitor
 * @returns {Promise<boolean>} whether there is one now
 */
export async function bringKey(account, isVisitor) {
  const name = `key-${account}`
  if (await known(name)) return true
  const bytes = isVisitor ? crypto.getRandomValues(new Uint8Array(32)) : await fetchKey(account)
  if (!bytes) return false
  await know(name, await imported(bytes))
  if (!await known(name)) await know(name, bytes) // WebKitGTK does not give back the keys it keeps
  return true
}

/** @param {string} account */
async function fetchKey(account) {
  const answer = await fetch("/sync/key", { headers: { "X-Account": account }, signal: AbortSignal.timeout?.(5000) }).catch(() => null)
  if (!answer?.ok || answer.headers.get("X-Account") !== account) return
  const { key } = await answer.json()
  return Uint8Array.from(atob(key), letter => letter.charCodeAt(0))
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
const imported = bytes => crypto.subtle.importKey("raw", bytes, AES, false, ["encrypt", "decrypt"])

/** @param {string} account @returns {Promise<any>} */
async function keyOf(account) {
  const key = await known(`key-${account}`)
  return key instanceof Uint8Array ? imported(/** @type {Uint8Array<ArrayBuffer>} */ (key)) : key
}

/**
 * @param {string} account
 * @param {Words} words
 * @returns {Promise<Sealed>} rejects where there is no key
 */
export async function seal(account, words) {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const bytes = await crypto.subtle.encrypt({ name: AES, iv }, await keyOf(account), packed(words))
  return { iv, bytes }
}

/**
 * @param {Row} row
 * @returns {Promise<Operation | undefined>} undefined where the key is not here, or is not the one
 */
export async function unseal({ sealed: { iv, bytes }, ...outside }) {
  const key = await keyOf(outside.account)
  const words = key && await crypto.subtle.decrypt({ name: AES, iv }, key, bytes).catch(() => undefined)
  return words && { ...outside, ...unpacked(words) }
}

/**
 * Words as bytes: their length, JSON, then the files one after the other.
 * @param {Words} words
 */
function packed(words) {
  /** @type {ArrayBuffer[]} */
  const files = []
  const json = new TextEncoder().encode(JSON.stringify(words, (_name, value) =>
    value instanceof ArrayBuffer ? files.push(value) && { octets: value.byteLength } : value))
  const bytes = new Uint8Array(4 + json.length + files.reduce((sum, file) => sum + file.byteLength, 0))
  new DataView(bytes.buffer).setUint32(0, json.length)
  bytes.set(json, 4)
  let at = 4 + json.length
  for (const file of files) {
    bytes.set(new Uint8Array(file), at)
    at += file.byteLength
  }
  return bytes
}

/**
 * @param {ArrayBuffer} bytes
 * @returns {Words}
 */
function unpacked(bytes) {
  const length = new DataView(bytes).getUint32(0)
  let at = 4 + length
  const words = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 4, length)))
  for (const [, value] of words.fields) {
    if (typeof value === "string") continue
    const { octets } = value.bytes
    value.bytes = bytes.slice(at, at += octets)
  }
  return words
}
