interface Place {
  familyId: string | null;
  childId: string | null;
}

// Where the person was last, in memory only; somebody else who signs in finds nothing.
let whose: string | null = null;
let place: Place = { familyId: null, childId: null };

export function rememberPlace(userId: string, at: Partial<Place>): void {
  place = { ...lastPlace(userId), ...at };
  whose = userId;
}

export function lastPlace(userId: string): Place {
  return whose === userId ? place : { familyId: null, childId: null };
}
