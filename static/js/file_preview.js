// data-preview="<id>" on a file field: shows the chosen photo and its name in that <output>.
document.addEventListener("change", ({ target }) => {
  const output = document.getElementById(target.dataset?.preview)
  if (output) show(target.files[0], output)
})

document.addEventListener("reset", ({ target }) => {
  for (const field of target.querySelectorAll("[data-preview]"))
    show(undefined, document.getElementById(field.dataset.preview))
})

function show(photo, output) {
  const picture = output.querySelector("img")
  URL.revokeObjectURL(picture.src)
  output.hidden = !photo
  output.querySelector("span").textContent = photo?.name ?? ""
  if (photo) picture.src = URL.createObjectURL(photo)
}
