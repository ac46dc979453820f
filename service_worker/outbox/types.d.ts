// What the modules of the outbox say to each other, for tsc.

export type FileBytes = { name: string, type: string, bytes: ArrayBuffer }
export type Field = [string, string | FileBytes]

export type State = "saved" | "sending" | "needs-you" | "arrived"

/** What a refusal said. */
export type Refusal = { status: number, reason: string, fields?: Record<string, string>, html?: string, theirs?: string }

/** What is written in an operation; sealed on the device. */
export type Words = {
  kind: string
  url: string
  page: string
  into: string
  title: string
  fields: Field[]
  /** What the questions one types into are called, to show and change them without their page. */
  labels?: Record<string, [string, "area" | "line"]>
  /** Id of an operation that need not wait any more once this one has arrived. */
  closes?: string
  answer?: Answer
  refusal?: Refusal
}

/** What a device keeps of an operation without its words; all the engine needs to order what waits. */
export type Outside = {
  id: string
  account: string
  v: 1
  seq: number
  lane: string
  after: string
  state: State
  nextAt: number
  asked: boolean
  attempts: number
  unknown: boolean
  savedAt: number
  settled: boolean
}

export type Sealed = { iv: Uint8Array<ArrayBuffer>, bytes: ArrayBuffer }
export type Row = Outside & { sealed: Sealed }
/** left: whether this attempt may have reached anybody. */
export type Operation = Outside & Words & { left?: boolean }

/** The server's answer to an operation that arrived. */
export type Answer = { receipt_code: string, location: string, html: string, at: number, notes?: string[] }

/** An answer as the verdict sees it: null when none came. */
export type Reply = {
  status: number
  ours: boolean
  account: string
  retryAfter: number | null
  json: any
}
