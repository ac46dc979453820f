// A page out of the history comes as it was first loaded. What was written in place since then is fetched into
// [data-written]; the rest stays as it is, with the words that somebody has typed there.
import htmx from "htmx.org"

document.addEventListener("htmx:after:request", ({ detail: { ctx } }) => {
  if (ctx.request.method === "GET" || ctx.response.status >= 400) return
  // htmx replaces a state that is not marked as its own
  history.replaceState({ ...history.state, htmx: true, written: true }, "")
})

const [visit] = performance.getEntriesByType("navigation")
if (visit?.type === "back_forward" && history.state?.written)
  for (const part of document.querySelectorAll("[data-written]"))
    htmx.ajax("GET", location.href, { target: part, select: `#${part.id}`, swap: "outerHTML" })
