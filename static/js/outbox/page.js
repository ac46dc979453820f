// The page this is: whose it is, and what htmx and its history lend.
export const page = {
  /** @type {(node: Element) => void} */
  process: () => {},
  written: () => {},
  get account() {
    return document.querySelector("main").dataset.account
  },
  get device() {
    return document.querySelector("main").dataset.device
  },
}
