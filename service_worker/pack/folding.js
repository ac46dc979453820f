// Words as they are compared, the same as on the server (neighbour/web/folding.py): a test holds both to it.

/**
 * Small letters, ß as ss, ä as ae, other accents gone, hyphens closed, everything else a blank.
 * @param {string} text
 */
export const fold = text => text.replace(/\u00ad/g, "").normalize("NFC").toLowerCase()
  .replace(/ß/g, "ss").replace(/ς/g, "σ").replace(/ä/g, "ae").replace(/ö/g, "oe").replace(/ü/g, "ue")
  .normalize("NFKD").replace(/\p{Mn}/gu, "")
  .replace(/([\p{L}\p{N}_])[-\u2010\u2011](?=[\p{L}\p{N}_])/gu, "$1")
  .replace(/[^\p{L}\p{N}_.]+|\.(?![\p{L}\p{N}_])/gu, " ").replace(/(^|[^\p{L}\p{N}_])\./gu, "$1 ").trim()

/** Without the e of an umlaut, so that „uberweisung“ finds it too. @param {string} folded */
export const bare = folded => folded.replace(/([aou])e/g, "$1")
