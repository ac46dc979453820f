// Operation ids, made on the device at the moment somebody sends something, and the words they are spoken in.
import WORDS from "../../neighbour/outbox/words.json" with { type: "json" }

/**
 * A UUIDv7 (RFC 9562, section 5.7): 48 bits of the device's clock in ms, the rest random. Ids sort roughly by time;
 * nothing relies on it.
 * @returns {string}
 */
export function uuid7() {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  new DataView(bytes.buffer).setBigUint64(0, BigInt(Date.now()) << 16n | BigInt(0x7000 | bytes[6] << 4 | bytes[7] >> 4))
  bytes[8] = bytes[8] & 0x3f | 0x80
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, "0")).join("")
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-")
}

/**
 * The receipt word of an operation, as the server computes it (neighbour/outbox/words.py): „AHORN-42“.
 * @param {string} id
 */
export function spoken(id) {
  const number = parseInt(id.slice(-8), 16)
  return `${WORDS[number % WORDS.length]}-${Math.floor(number / WORDS.length) % 90 + 10}`
}
