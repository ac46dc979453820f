// Whether somebody has begun to type on this page, so that nothing is put in its place.
let touched = false

document.addEventListener("input", ({ target }) => touched ||= !!target.closest("main"))
document.addEventListener("reset", () => touched = false)

export const isTouched = () => touched
  || !!document.querySelector("dialog[open], main :is(input, textarea):focus")
  || [...document.querySelectorAll("main textarea")].some(({ value, defaultValue }) => value !== defaultValue)
