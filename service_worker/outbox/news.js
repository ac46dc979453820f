// What happened to an operation, told to every page of this device and to the worker.

const channel = globalThis.BroadcastChannel && new BroadcastChannel("outbox") // Safari has it since 15.4
const here = new EventTarget()

/** @param {object} words */
export function tell(words) {
  channel?.postMessage(words)
  here.dispatchEvent(new CustomEvent("news", { detail: words }))
}

/** Hears what this engine and all others on this device tell. @param {(words: any) => void} hear */
export function hear(hear) {
  channel?.addEventListener("message", ({ data }) => hear(data))
  here.addEventListener("news", event => hear(/** @type {CustomEvent} */ (event).detail))
}
