// What the questions of a form are called, so that its words can be read and changed where the form is not.

const LINES = ["text", "tel", "email", "search", "url"]

/**
 * @param {HTMLFormElement} form
 * @returns {Record<string, [string, "area" | "line"]>} of the fields one types into
 */
export const labelsOf = form => Object.fromEntries([...form.elements]
  .filter(({ name, type }) => name && (type === "textarea" || LINES.includes(type)))
  .map(({ name, type, labels }) => [name, [labels[0]?.firstChild.textContent.trim() ?? "", type === "textarea" ? "area" : "line"]]))
