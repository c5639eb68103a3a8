// Every key of the query cache, so that one feature can refresh what another shows.
export const keys = {
  account: ["account"] as const,
  sessions: ["account", "sessions"] as const,
  home: (family: string) => ["family", family, "home"] as const,
  child: (child: string) => ["child", child] as const,
  growth: (child: string) => ["child", child, "growth"] as const,
  measurement: (child: string, measurement: string) =>
    ["child", child, "measurement", measurement] as const,
  families: ["families"] as const,
  members: (family: string) => ["family", family, "members"] as const,
  childrenOf: (family: string) => ["family", family, "children"] as const,
  invites: (family: string) => ["family", family, "invites"] as const,
  audit: (family: string) => ["family", family, "audit"] as const,
  readers: (family: string) => ["family", family, "readers"] as const,
  trash: (family: string) => ["family", family, "trash"] as const,
  search: (family: string) => ["family", family, "search"] as const,
  history: (child: string, record: string) => ["child", child, "history", record] as const,
  closing: ["account", "closing"] as const,
  admin: ["admin"] as const,
};
