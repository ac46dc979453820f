// What happens to the pack, for every page of this device to show.

const channel = new BroadcastChannel("pack")

/** @param {object} words */
export const tell = words => channel.postMessage(words)
