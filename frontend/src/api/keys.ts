// Every key of the query cache, so that one feature can refresh what another shows.
export const keys = {
  account: ["account"] as const,
  sessions: ["account", "sessions"] as const,
  home: (family: string) => ["family", family, "home"] as const,
  child: (child: string) => ["child", child] as const,
  growth: (child: string) => ["child", child, "growth"] as const,
  measurement: (child: string, measurement: string) =>
    ["child", child, "measurement", measurement] as const,
  family: (family: string) => ["family", family, "self"] as const,
  familyVisits: (family: string) => ["family", family, "visits"] as const,
  visits: (child: string) => ["child", child, "visits"] as const,
  visit: (child: string, visit: string) => ["child", child, "visit", visit] as const,
  linked: (child: string, record: string) => ["child", child, "linked", record] as const,
  attachments: (child: string) => ["child", child, "attachments"] as const,
  // Not below the child: what changes there never changes a file or a picture.
  attachmentFile: (child: string, attachment: string) =>
    ["attachment-file", child, attachment] as const,
  avatar: (child: string, avatar: string) => ["avatar", child, avatar] as const,
  vaccines: ["vaccines"] as const,
};
