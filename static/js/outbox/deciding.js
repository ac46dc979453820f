// What a person can still do about something that waits.

/** @import {Operation} from "../../../service_worker/outbox/types.js" */

const NO_WORDS_HELP = [403, 404, 409, 410]

/** Whether there are words or files in it to be changed. @param {Pick<Operation, "fields" | "labels">} op */
export const isChangeable = ({ fields, labels = {} }) =>
  fields.some(([name, value]) => typeof value !== "string" || name in labels && value.trim() !== "")

/** Closed, gone, or not allowed: other words would be refused as well. @param {Pick<Operation, "state" | "refusal">} op */
export const isFinal = ({ state, refusal }) =>
  state === "needs-you" && !refusal?.theirs && NO_WORDS_HELP.includes(refusal?.status)
