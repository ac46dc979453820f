// A bundle of its own: all that pages need where something may be written or waits. app.js loads it, and nothing else.
export { begin } from "./outbox/begin.js"
