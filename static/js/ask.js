// The question before something is lost, in the dialog that every page has.

/**
 * @param {Record<string, string | undefined>} words confirm: the question; confirmYes and confirmNo name the answers
 * @returns {Promise<boolean>}
 */
export function ask({ confirm, confirmYes, confirmNo }) {
  const dialog = document.getElementById("ask")
  const [no, yes] = dialog.querySelectorAll("button")
  dialog.querySelector("p").textContent = confirm
  call(yes, confirmYes)
  call(no, confirmNo)
  dialog.returnValue = "no"
  dialog.showModal()
  return new Promise(resolve =>
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true }))
}

/** @param {HTMLButtonElement} button @param {string | undefined} word */
function call(button, word) {
  button.dataset.word ??= button.textContent
  button.textContent = word ?? button.dataset.word
}
