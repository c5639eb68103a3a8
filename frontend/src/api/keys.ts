// Every key of the query cache, so that one feature can refresh what another shows.
export const keys = {
  account: ["account"] as const,
  sessions: ["account", "sessions"] as const,
  home: (family: string) => ["family", family, "home"] as const,
  child: (child: string) => ["child", child] as const,
  growth: (child: string) => ["child", child, "growth"] as const,
  measurement: (child: string, measurement: string) =>
    ["child", child, "measurement", measurement] as const,
};
