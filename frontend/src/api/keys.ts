// Every key of the query cache, so that one feature can refresh what another shows.
export const keys = {
  account: ["account"] as const,
  sessions: ["account", "sessions"] as const,
  home: (family: string) => ["family", family, "home"] as const,
  child: (child: string) => ["child", child] as const,
  growth: (child: string) => ["child", child, "growth"] as const,
  measurement: (child: string, measurement: string) =>
    ["child", child, "measurement", measurement] as const,
  overview: (child: string) => ["child", child, "overview"] as const,
  timeline: (child: string) => ["child", child, "timeline"] as const,
  illnesses: (child: string) => ["child", child, "illnesses"] as const,
  illness: (child: string, illness: string) => ["child", child, "illness", illness] as const,
  events: (child: string) => ["child", child, "events"] as const,
  event: (child: string, event: string) => ["child", child, "event", event] as const,
  linked: (child: string, record: string) => ["child", child, "linked", record] as const,
  families: ["families"] as const,
  familyIllnesses: (family: string) => ["family", family, "illnesses"] as const,
  heatmap: (family: string) => ["family", family, "heatmap"] as const,
  vaccines: ["vaccines"] as const,
};
