// Table of contents of what makes a page faster; every page is complete without it.
import "htmx.org"
import "./back.js"
import "./confirm.js"
import "./file_preview.js"
import "./install.js"
import "./refusals.js"
import "./shell.js"
