// data-most-together="<octets>" on file fields: says before a form is sent that its files are too large to arrive.
document.addEventListener("change", ({ target }) => {
  if (!target.dataset?.mostTogether) return
  const fields = fieldsOf(target.form)
  for (const field of fields) field.setCustomValidity("")
  const octets = fields.flatMap(field => [...field.files]).reduce((sum, file) => sum + file.size, 0)
  if (octets <= Number(target.dataset.mostTogether)) return
  target.setCustomValidity(target.dataset.tooMuch)
  target.reportValidity()
})

document.addEventListener("reset", ({ target }) => {
  for (const field of fieldsOf(target)) field.setCustomValidity("")
})

function fieldsOf(form) {
  return [...form.querySelectorAll("[data-most-together]")]
}
