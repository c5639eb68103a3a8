// Generated from shared/openapi.json by `npm run api-types`. Do not edit.

export interface paths {
  "/api/account": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** My account. */
    get: operations["read_account"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/account/preferences": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Change how I like things shown. */
    put: operations["replace_preferences"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/account/profile": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Change what others see of me. */
    put: operations["replace_profile"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/auth/login": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sign in.
     * @description An unknown email takes as long as a known one and gets the same answer.
     */
    post: operations["login"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/auth/logout": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sign out.
     * @description Ends the session of the refresh token. Signing out twice is no error.
     */
    post: operations["logout"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/auth/refresh": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Get a new access token.
     * @description The refresh token is used up and its successor handed out. Calls in parallel with the same token get the same successor;
     *     a token that comes back more than a minute after its use ends the session, since two parties have it.
     */
    post: operations["refresh"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/auth/register": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sign up.
     * @description The first account of an instance becomes its admin.
     */
    post: operations["register"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/auth/sessions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List my sessions, newest first. */
    get: operations["list_sessions"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/auth/sessions/{session_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * End one of my sessions.
     * @description Its device is signed out when it next asks for an access token, at the latest after 15 minutes.
     */
    delete: operations["delete_session"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/children": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List children. */
    get: operations["list_children"];
    put?: never;
    /** Enter a child. */
    post: operations["create_child"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/children/{child_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a child. */
    get: operations["read_child"];
    /** Replace what is known of a child. */
    put: operations["replace_child"];
    post?: never;
    /** Move a child with its whole record to the trash for 30 days. */
    delete: operations["delete_child"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/children/{child_id}/growth": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The growth of a child.
     * @description Every measurement with age, corrected age, centile, z-score, standard and flags, and the reference curves for the chart.
     *     A centile is no diagnosis. WHO Child Growth Standards, 2006; WHO Reference 2007; CDC 2000 growth charts
     *     and 2022 extended BMI-for-age; neither WHO nor CDC endorses this product.
     */
    get: operations["read_growth"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/children/{child_id}/history": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What became of a child's own details. */
    get: operations["read_child_history"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/children/{child_id}/measurements": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List measurements of a child. */
    get: operations["list_measurements"];
    put?: never;
    /** Enter measurements of a child. */
    post: operations["create_measurement"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/children/{child_id}/measurements/{measurement_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read measurements of one day. */
    get: operations["read_measurement"];
    /** Replace measurements of one day. */
    put: operations["replace_measurement"];
    post?: never;
    /** Move measurements to the trash for 30 days. */
    delete: operations["delete_measurement"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/children/{child_id}/records/{record_id}/history": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What became of a record. */
    get: operations["read_history"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/children/{child_id}/records/{record_id}/restore": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Bring a record back from the trash, with its attachments and what was deleted together with it. */
    post: operations["restore_record"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/children/{child_id}/restore": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Bring a child back from the trash, with its whole record. */
    post: operations["restore_child"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/families": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List my families. */
    get: operations["list_families"];
    put?: never;
    /** Make a family, of which I am the owner. */
    post: operations["create_family"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/families/{family_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a family. */
    get: operations["read_family"];
    /** Rename a family. */
    put: operations["replace_family"];
    post?: never;
    /**
     * Delete a family with its whole record.
     * @description From the same moment nobody can read it. It cannot be undone.
     */
    delete: operations["delete_family"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/families/{family_id}/audit": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was changed in the family. */
    get: operations["list_audit"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/families/{family_id}/home": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Everything for the home page of a family, in one call. */
    get: operations["read_home"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/families/{family_id}/measurements": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List measurements of a family. */
    get: operations["list_family_measurements"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/families/{family_id}/readers": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who has read the family's record.
     * @description Once for each person and day.
     */
    get: operations["list_readers"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/families/{family_id}/trash": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What is in the family's trash.
     * @description Latest deleted first, each until 30 days after it was deleted.
     */
    get: operations["list_trash"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/openapi.json": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** This document. */
    get: operations["read_openapi"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /** @description A change of a family's record. */
    AuditEntry: {
      /** @description What was done. */
      action: components["schemas"]["HistoryAction"];
      /**
       * Format: date-time
       * @description When.
       */
      at: string;
      by?: components["schemas"]["UserId"] | null;
      child_id?: components["schemas"]["ChildId"] | null;
      /** @description The kind of what it was done to, such as `visit`. */
      kind: string;
      /** @description Its id. */
      record_id: string;
      /**
       * Format: int64
       * @description The revision that came of it.
       */
      rev: number;
    };
    /**
     * @description Blood group with Rhesus factor.
     * @enum {string}
     */
    BloodType:
      | "a_positive"
      | "a_negative"
      | "b_positive"
      | "b_negative"
      | "ab_positive"
      | "ab_negative"
      | "o_positive"
      | "o_negative";
    Child: {
      /** @description What the child is allergic to, in the family's words. */
      allergies: string[];
      /** @description Kept, but out of the way. */
      archived: boolean;
      birth_head_circumference: components["schemas"]["Length"] | null;
      birth_length: components["schemas"]["Length"] | null;
      birth_weight: components["schemas"]["Weight"] | null;
      blood_type: components["schemas"]["BloodType"] | null;
      /** Format: date-time */
      created_at: string;
      /** @example usr_01890a5d-ac96-774b-bcce-b302099a8057 */
      created_by: string;
      /**
       * Format: date
       * @description Day of birth, a calendar date.
       */
      date_of_birth: string;
      /**
       * Format: date
       * @description The day that the child was due. Either this or `gestation`.
       */
      due_date: string | null;
      /** @example fam_01890a5d-ac96-774b-bcce-b302099a8057 */
      family_id: string;
      gestation: components["schemas"]["Gestation"] | null;
      /** @example chi_01890a5d-ac96-774b-bcce-b302099a8057 */
      id: string;
      /** @description First name, or what the family calls the child. */
      name: string;
      /** @description Anything else. */
      notes: string | null;
      /** Format: int64 */
      rev: number;
      /** @description Sex at birth: growth references differ by it. */
      sex: components["schemas"]["Sex"];
      /** Format: date-time */
      updated_at: string;
      /** @example usr_01890a5d-ac96-774b-bcce-b302099a8057 */
      updated_by: string;
    };
    /**
     * @description What is known of a child.
     * @example {
     *       "allergies": [
     *         "Penicillin"
     *       ],
     *       "birth_weight": {
     *         "unit": "kg",
     *         "value": 3.42
     *       },
     *       "blood_type": "a_positive",
     *       "date_of_birth": "2025-02-10",
     *       "gestation": {
     *         "days": 2,
     *         "weeks": 39
     *       },
     *       "name": "Emil",
     *       "sex": "male"
     *     }
     */
    ChildDetails: {
      /** @description What the child is allergic to, in the family's words. */
      allergies?: string[];
      /** @description Kept, but out of the way. */
      archived?: boolean;
      birth_head_circumference?: components["schemas"]["Length"] | null;
      birth_length?: components["schemas"]["Length"] | null;
      birth_weight?: components["schemas"]["Weight"] | null;
      blood_type?: components["schemas"]["BloodType"] | null;
      /**
       * Format: date
       * @description Day of birth, a calendar date.
       */
      date_of_birth: string;
      /**
       * Format: date
       * @description The day that the child was due. Either this or `gestation`.
       */
      due_date?: string | null;
      gestation?: components["schemas"]["Gestation"] | null;
      /** @description First name, or what the family calls the child. */
      name: string;
      /** @description Anything else. */
      notes?: string | null;
      /** @description Sex at birth: growth references differ by it. */
      sex: components["schemas"]["Sex"];
    };
    /** @example chi_01890a5d-ac96-774b-bcce-b302099a8057 */
    ChildId: string;
    /**
     * @description How long the corrected age of a child born before 37 weeks is used.
     * @enum {string}
     */
    Correction: "until_two" | "until_three" | "never";
    /**
     * @description Email and password.
     * @example {
     *       "email": "ana@example.org",
     *       "password": "brisk otter lamp",
     *       "session": "token"
     *     }
     */
    Credentials: {
      email: components["schemas"]["Email"];
      password: components["schemas"]["Password"];
      session: components["schemas"]["SessionKind"];
    };
    /** @description One centile line. */
    Curve: {
      /**
       * Format: double
       * @description The centile, such as 50.
       */
      centile: number;
      /** @description `[x, y]` with y in the unit of the measure, rounded to 4 decimals. */
      points: [number, number][];
    };
    /**
     * @description How dates are written.
     * @enum {string}
     */
    DateFormat: "iso" | "dmy" | "mdy";
    /** Format: email */
    Email: string;
    /** @description The body of every answer that is not a success. */
    ErrorBody: {
      /**
       * @description A stable code for programs.
       * @example not_found
       */
      code: string;
      /** @description More, by code: `fields` of an invalid request, `current` record of a conflict. */
      details: components["schemas"]["ErrorDetails"];
      /**
       * @description A sentence for a person that says what to do next.
       * @example This entry does not exist, or you have no access to it.
       */
      error: string;
    };
    /** @description What else an error tells. */
    ErrorDetails: {
      /** @description The record as it is now, when it has changed meanwhile. */
      current?: Record<string, never> | null;
      /** @description The fields that cannot be accepted. */
      fields?: components["schemas"]["FieldProblem"][];
    };
    /** @description A family as one of its members sees it. */
    Family: {
      /**
       * Format: date-time
       * @description When it was made.
       */
      created_at: string;
      /** @description Its id. */
      id: components["schemas"]["FamilyId"];
      /** @description What it calls itself. */
      name: string;
      /**
       * Format: int64
       * @description Counts its changes.
       */
      rev: number;
      /** @description What the caller may do in it. */
      role: components["schemas"]["FamilyRole"];
    };
    /**
     * @description What `POST` and `PUT` take for a family.
     * @example {
     *       "name": "The Otters"
     *     }
     */
    FamilyDetails: {
      /** @description What the family calls itself. */
      name: string;
    };
    /** @example fam_01890a5d-ac96-774b-bcce-b302099a8057 */
    FamilyId: string;
    /**
     * @description A person's role in one family.
     * @enum {string}
     */
    FamilyRole: "owner" | "parent" | "viewer";
    /** @description A field before and after. */
    FieldChange: {
      /** @description Its path in the record, such as `vitals.heart_rate`. A quantity, a list or a moment is one field. */
      field: string;
      /** @description What stood there before; null where nothing did. */
      from?: Record<string, never> | null;
      /** @description What stands there since; null where nothing does. */
      to?: Record<string, never> | null;
    };
    /** @description One field that cannot be accepted, and why. */
    FieldProblem: {
      /** @description Path of the field in the request, such as `weight.value`. */
      field: string;
      /** @description A sentence for a person. */
      problem: string;
    };
    /**
     * @description A reason to look at a value again.
     * @enum {string}
     */
    Flag: "implausible" | "unit_slip" | "fell" | "standing_before_nine_months";
    /** @description Completed weeks and days of pregnancy. */
    Gestation: {
      /**
       * Format: int32
       * @description Days beyond them, 0 to 6.
       */
      days: number;
      /**
       * Format: int32
       * @description Completed weeks, 20 to 44.
       */
      weeks: number;
    };
    /** @description The growth of a child. */
    Growth: {
      child: components["schemas"]["Child"];
      correction: components["schemas"]["Correction"];
      /** @description Oldest first. */
      measurements: components["schemas"]["GrowthEntry"][];
      /** @description The curves to draw beside the points. */
      references: components["schemas"]["References"];
      /** @description What the caller may do in the child's family. */
      role: components["schemas"]["FamilyRole"];
      standard: components["schemas"]["StandardChoice"];
    };
    /** @description Measurements of one day, and where they stand. */
    GrowthEntry: {
      /**
       * Format: int64
       * @description Age since birth, in days.
       */
      age_days: number;
      bmi?: components["schemas"]["Point"] | null;
      /**
       * Format: int64
       * @description Age since the due date, in days, while it is used.
       */
      corrected_age_days?: number | null;
      head_circumference?: components["schemas"]["Point"] | null;
      height?: components["schemas"]["Point"] | null;
      measurement: components["schemas"]["Measurement"];
      weight?: components["schemas"]["Point"] | null;
      weight_for_height?: components["schemas"]["Point"] | null;
    };
    /**
     * @description What was done to a record.
     * @enum {string}
     */
    HistoryAction: "created" | "changed" | "deleted" | "restored";
    /** @description One change of a record. */
    HistoryEntry: {
      /** @description What was done. */
      action: components["schemas"]["HistoryAction"];
      /**
       * Format: date-time
       * @description When.
       */
      at: string;
      by?: components["schemas"]["UserId"] | null;
      /** @description The fields that differ from before. All that were given, where the record was entered; none, where it was deleted. */
      changes: components["schemas"]["FieldChange"][];
      /**
       * Format: int64
       * @description The revision that came of it.
       */
      rev: number;
    };
    /** @description What the home page of a family shows. */
    Home: {
      /** @description Its children that the caller may see. */
      children: components["schemas"]["Child"][];
      /** @description The family. */
      family: components["schemas"]["Family"];
      /** @description The latest measurements of the family, newest first, about 50; each child's latest are among them. */
      latest_measurements: components["schemas"]["Measurement"][];
    };
    /**
     * @description The role of a person in the instance. It gives no access to a family's record.
     * @enum {string}
     */
    InstanceRole: "user" | "admin";
    /**
     * @description Languages of the app.
     * @enum {string}
     */
    Language: "en" | "es" | "de";
    /**
     * @description A length as typed.
     * @example {
     *       "unit": "cm",
     *       "value": 71.12
     *     }
     */
    Length: {
      unit: components["schemas"]["LengthUnit"];
      /**
       * Format: double
       * @description More than 0, at most 300 cm, with at most 4 decimals.
       */
      value: number;
    };
    /**
     * @description Units of length.
     * @enum {string}
     */
    LengthPreference: "cm" | "in";
    /**
     * @description Units of length.
     * @enum {string}
     */
    LengthUnit: "cm" | "mm" | "in";
    /**
     * @description Who took a measurement, or whose account a record rests on.
     * @enum {string}
     */
    MeasuredBy: "parent" | "clinic" | "school" | "imported";
    Measurement: {
      /** @example chi_01890a5d-ac96-774b-bcce-b302099a8057 */
      child_id: string;
      /** Format: date-time */
      created_at: string;
      /** @example usr_01890a5d-ac96-774b-bcce-b302099a8057 */
      created_by: string;
      /**
       * Format: date
       * @description The day, a calendar date from birth until today.
       */
      date: string;
      /** @example fam_01890a5d-ac96-774b-bcce-b302099a8057 */
      family_id: string;
      head_circumference: components["schemas"]["Length"] | null;
      height: components["schemas"]["Length"] | null;
      /** @example mea_01890a5d-ac96-774b-bcce-b302099a8057 */
      id: string;
      measured_by: components["schemas"]["MeasuredBy"] | null;
      /** @description Anything else. */
      notes: string | null;
      position: components["schemas"]["Position"] | null;
      /** Format: int64 */
      rev: number;
      /** @description Words that group records. */
      tags: string[];
      /** Format: date-time */
      updated_at: string;
      /** @example usr_01890a5d-ac96-774b-bcce-b302099a8057 */
      updated_by: string;
      visit_id: components["schemas"]["VisitId"] | null;
      weight: components["schemas"]["Weight"] | null;
    };
    /**
     * @description What was measured. At least one of the quantities.
     * @example {
     *       "date": "2026-02-10",
     *       "head_circumference": {
     *         "unit": "cm",
     *         "value": 46.2
     *       },
     *       "height": {
     *         "unit": "cm",
     *         "value": 76.5
     *       },
     *       "measured_by": "clinic",
     *       "position": "lying",
     *       "weight": {
     *         "unit": "kg",
     *         "value": 9.8
     *       }
     *     }
     */
    MeasurementDetails: {
      /**
       * Format: date
       * @description The day, a calendar date from birth until today.
       */
      date: string;
      head_circumference?: components["schemas"]["Length"] | null;
      height?: components["schemas"]["Length"] | null;
      measured_by?: components["schemas"]["MeasuredBy"] | null;
      /** @description Anything else. */
      notes?: string | null;
      position?: components["schemas"]["Position"] | null;
      /** @description Words that group records. */
      tags?: string[];
      visit_id?: components["schemas"]["VisitId"] | null;
      weight?: components["schemas"]["Weight"] | null;
    };
    /** @example mea_01890a5d-ac96-774b-bcce-b302099a8057 */
    MeasurementId: string;
    /** @description A page of a list. */
    Page_AuditEntry: {
      /** @description The entries. */
      items: {
        /** @description What was done. */
        action: components["schemas"]["HistoryAction"];
        /**
         * Format: date-time
         * @description When.
         */
        at: string;
        by?: components["schemas"]["UserId"] | null;
        child_id?: components["schemas"]["ChildId"] | null;
        /** @description The kind of what it was done to, such as `visit`. */
        kind: string;
        /** @description Its id. */
        record_id: string;
        /**
         * Format: int64
         * @description The revision that came of it.
         */
        rev: number;
      }[];
      /** @description Pass it as `cursor` to get the next page; absent at the end. */
      next?: string | null;
    };
    /** @description A page of a list. */
    Page_Child: {
      /** @description The entries. */
      items: {
        /** @description What the child is allergic to, in the family's words. */
        allergies: string[];
        /** @description Kept, but out of the way. */
        archived: boolean;
        birth_head_circumference: components["schemas"]["Length"] | null;
        birth_length: components["schemas"]["Length"] | null;
        birth_weight: components["schemas"]["Weight"] | null;
        blood_type: components["schemas"]["BloodType"] | null;
        /** Format: date-time */
        created_at: string;
        /** @example usr_01890a5d-ac96-774b-bcce-b302099a8057 */
        created_by: string;
        /**
         * Format: date
         * @description Day of birth, a calendar date.
         */
        date_of_birth: string;
        /**
         * Format: date
         * @description The day that the child was due. Either this or `gestation`.
         */
        due_date: string | null;
        /** @example fam_01890a5d-ac96-774b-bcce-b302099a8057 */
        family_id: string;
        gestation: components["schemas"]["Gestation"] | null;
        /** @example chi_01890a5d-ac96-774b-bcce-b302099a8057 */
        id: string;
        /** @description First name, or what the family calls the child. */
        name: string;
        /** @description Anything else. */
        notes: string | null;
        /** Format: int64 */
        rev: number;
        /** @description Sex at birth: growth references differ by it. */
        sex: components["schemas"]["Sex"];
        /** Format: date-time */
        updated_at: string;
        /** @example usr_01890a5d-ac96-774b-bcce-b302099a8057 */
        updated_by: string;
      }[];
      /** @description Pass it as `cursor` to get the next page; absent at the end. */
      next?: string | null;
    };
    /** @description A page of a list. */
    Page_Family: {
      /** @description The entries. */
      items: {
        /**
         * Format: date-time
         * @description When it was made.
         */
        created_at: string;
        /** @description Its id. */
        id: components["schemas"]["FamilyId"];
        /** @description What it calls itself. */
        name: string;
        /**
         * Format: int64
         * @description Counts its changes.
         */
        rev: number;
        /** @description What the caller may do in it. */
        role: components["schemas"]["FamilyRole"];
      }[];
      /** @description Pass it as `cursor` to get the next page; absent at the end. */
      next?: string | null;
    };
    /** @description A page of a list. */
    Page_HistoryEntry: {
      /** @description The entries. */
      items: {
        /** @description What was done. */
        action: components["schemas"]["HistoryAction"];
        /**
         * Format: date-time
         * @description When.
         */
        at: string;
        by?: components["schemas"]["UserId"] | null;
        /** @description The fields that differ from before. All that were given, where the record was entered; none, where it was deleted. */
        changes: components["schemas"]["FieldChange"][];
        /**
         * Format: int64
         * @description The revision that came of it.
         */
        rev: number;
      }[];
      /** @description Pass it as `cursor` to get the next page; absent at the end. */
      next?: string | null;
    };
    /** @description A page of a list. */
    Page_Measurement: {
      /** @description The entries. */
      items: {
        /** @example chi_01890a5d-ac96-774b-bcce-b302099a8057 */
        child_id: string;
        /** Format: date-time */
        created_at: string;
        /** @example usr_01890a5d-ac96-774b-bcce-b302099a8057 */
        created_by: string;
        /**
         * Format: date
         * @description The day, a calendar date from birth until today.
         */
        date: string;
        /** @example fam_01890a5d-ac96-774b-bcce-b302099a8057 */
        family_id: string;
        head_circumference: components["schemas"]["Length"] | null;
        height: components["schemas"]["Length"] | null;
        /** @example mea_01890a5d-ac96-774b-bcce-b302099a8057 */
        id: string;
        measured_by: components["schemas"]["MeasuredBy"] | null;
        /** @description Anything else. */
        notes: string | null;
        position: components["schemas"]["Position"] | null;
        /** Format: int64 */
        rev: number;
        /** @description Words that group records. */
        tags: string[];
        /** Format: date-time */
        updated_at: string;
        /** @example usr_01890a5d-ac96-774b-bcce-b302099a8057 */
        updated_by: string;
        visit_id: components["schemas"]["VisitId"] | null;
        weight: components["schemas"]["Weight"] | null;
      }[];
      /** @description Pass it as `cursor` to get the next page; absent at the end. */
      next?: string | null;
    };
    /** @description A page of a list. */
    Page_ReadEntry: {
      /** @description The entries. */
      items: {
        /** @description Who. */
        by: components["schemas"]["UserId"];
        /**
         * Format: date
         * @description The day in UTC.
         */
        day: string;
        /**
         * Format: date-time
         * @description When for the first time on that day.
         */
        first_at: string;
      }[];
      /** @description Pass it as `cursor` to get the next page; absent at the end. */
      next?: string | null;
    };
    /** @description A page of a list. */
    Page_Session: {
      /** @description The entries. */
      items: {
        /** Format: date-time */
        created_at: string;
        /** @description Whether this is the session that asks. */
        current: boolean;
        /**
         * @description Browser and system, as the device names them.
         * @example Firefox on Android
         */
        device: string;
        id: components["schemas"]["SessionId"];
        /** Format: date-time */
        last_used_at: string;
        /** @description Network that it signed in from. */
        network: string;
      }[];
      /** @description Pass it as `cursor` to get the next page; absent at the end. */
      next?: string | null;
    };
    /** @description A page of a list. */
    Page_Trashed: {
      /** @description The entries. */
      items: {
        child_id?: components["schemas"]["ChildId"] | null;
        /**
         * Format: date-time
         * @description When it was deleted.
         */
        deleted_at: string;
        /** @description Who deleted it. */
        deleted_by: components["schemas"]["UserId"];
        /** @description What it says. */
        details: Record<string, never>;
        /**
         * Format: date-time
         * @description Until when it can be brought back.
         */
        expires_at: string;
        /** @description Its id. */
        id: string;
        /** @description Its kind, such as `visit` or `child`. */
        kind: string;
        /** @description The record with which it went to the trash, and with which it comes back. */
        trashed_with?: string | null;
      }[];
      /** @description Pass it as `cursor` to get the next page; absent at the end. */
      next?: string | null;
    };
    /**
     * Format: password
     * @description A password as typed, 10 to 256 characters of any kind. It is never trimmed, shown or logged.
     */
    Password: string;
    /**
     * @description One value and where it stands.
     *
     *     `standard`, `centile` and `z` are there together, or `why_not` is there instead of them.
     */
    Point: {
      /**
       * Format: double
       * @description The length in cm as converted for the position; nothing where it needed no conversion, and on other measures.
       */
      adjusted_value?: number | null;
      /**
       * Format: double
       * @description The centile between 0 and 100, not rounded.
       */
      centile?: number | null;
      /** @description Reasons to look at the value again; they never drop it. */
      flags: components["schemas"]["Flag"][];
      /**
       * Format: double
       * @description A BMI above CDC's 95th centile as a percentage of that centile, so above 100.
       */
      percent_of_p95?: number | null;
      standard?: components["schemas"]["Standard"] | null;
      /**
       * Format: double
       * @description The value as measured (or as computed, for BMI), in the unit of its measure.
       */
      value: number;
      why_not?: components["schemas"]["WhyNot"] | null;
      /**
       * Format: double
       * @description The z-score, always finite.
       */
      z?: number | null;
    };
    /**
     * @description How a length or height was measured.
     * @enum {string}
     */
    Position: "lying" | "standing";
    /**
     * @description How a person likes things shown.
     * @example {
     *       "date_format": "dmy",
     *       "first_weekday": "monday",
     *       "language": "de",
     *       "theme": "system",
     *       "time_format": "h24",
     *       "time_zone": "Europe/Berlin",
     *       "units": {
     *         "length": "cm",
     *         "temperature": "c",
     *         "weight": "kg"
     *       }
     *     }
     */
    Preferences: {
      /** @description Order of day, month and year. */
      date_format: components["schemas"]["DateFormat"];
      /** @description First day of a week. */
      first_weekday: components["schemas"]["Weekday"];
      /** @description Language of the app. */
      language: components["schemas"]["Language"];
      /** @description Colours. */
      theme: components["schemas"]["Theme"];
      /** @description Clock of 12 or 24 hours. */
      time_format: components["schemas"]["TimeFormat"];
      /** @description Name of the time zone as the browser gives it, such as `Europe/Berlin`; kept for the app and not interpreted here. */
      time_zone?: string | null;
      /** @description Units that fields start with. */
      units: components["schemas"]["UnitPreferences"];
    };
    /**
     * @description What others see of a person.
     * @example {
     *       "name": "Ana"
     *     }
     */
    ProfileDetails: {
      /** @example Ana */
      name: string;
    };
    /** @description That a person has read the record on a day. */
    ReadEntry: {
      /** @description Who. */
      by: components["schemas"]["UserId"];
      /**
       * Format: date
       * @description The day in UTC.
       */
      day: string;
      /**
       * Format: date-time
       * @description When for the first time on that day.
       */
      first_at: string;
    };
    /** @example vis_01890a5d-ac96-774b-bcce-b302099a8057 */
    RecordRef: string;
    /** @description The curves of every measure. */
    References: {
      /** @description BMI for age, kg/m2. */
      bmi: components["schemas"]["Segment"][];
      /** @description Head circumference for age, cm. */
      head_circumference: components["schemas"]["Segment"][];
      /** @description Length or height for age, cm. */
      height: components["schemas"]["Segment"][];
      /** @description Weight for age, kg. */
      weight: components["schemas"]["Segment"][];
      /** @description Weight for length and for height, kg. */
      weight_for_height: components["schemas"]["SizeSegment"][];
    };
    /**
     * @description A refresh token in the body, for API clients; the web app leaves it out and sends its cookie.
     * @example {
     *       "refresh_token": "usr_01890a5d-ac96-774b-bcce-b302099a8057.ses_01890a5d-ac96-774b-bcce-b302099a8058.secret"
     *     }
     */
    RefreshRequest: {
      refresh_token?: string | null;
    };
    /**
     * @description A new account.
     * @example {
     *       "email": "ana@example.org",
     *       "name": "Ana",
     *       "password": "brisk otter lamp",
     *       "session": "token"
     *     }
     */
    Registration: {
      email: components["schemas"]["Email"];
      /**
       * @description What others see.
       * @example Ana
       */
      name: string;
      password: components["schemas"]["Password"];
      session: components["schemas"]["SessionKind"];
    };
    /** @description Curves by age that belong together. */
    Segment: {
      /** @description Whether the corrected age chooses the rows, so that the curves are shifted. */
      corrected: boolean;
      /** @description Curves from the lowest centile to the highest; x is the chronological age in days. */
      curves: components["schemas"]["Curve"][];
      /**
       * Format: int64
       * @description The first chronological day.
       */
      from_day: number;
      /** @description The standard of the curves. */
      standard: components["schemas"]["Standard"];
      /**
       * Format: int64
       * @description The last chronological day.
       */
      to_day: number;
    };
    /** @description A signed-in device. */
    Session: {
      /** Format: date-time */
      created_at: string;
      /** @description Whether this is the session that asks. */
      current: boolean;
      /**
       * @description Browser and system, as the device names them.
       * @example Firefox on Android
       */
      device: string;
      id: components["schemas"]["SessionId"];
      /** Format: date-time */
      last_used_at: string;
      /** @description Network that it signed in from. */
      network: string;
    };
    /** @example ses_01890a5d-ac96-774b-bcce-b302099a8057 */
    SessionId: string;
    /**
     * @description Where the refresh token goes.
     * @enum {string}
     */
    SessionKind: "cookie" | "token";
    /**
     * @description Sex at birth.
     * @enum {string}
     */
    Sex: "male" | "female";
    /** @description What a successful sign-up, sign-in or refresh answers. */
    SignedIn: {
      /** @description Send it as `Authorization: Bearer …`. */
      access_token: string;
      /**
       * Format: int64
       * @description Seconds until the access token has run out.
       */
      expires_in: number;
      /** @description For API clients that asked for it; the web app has it in a cookie. */
      refresh_token?: string | null;
      /** @description Who has signed in. */
      user: components["schemas"]["User"];
    };
    /**
     * @description The two tables of weight by size.
     * @enum {string}
     */
    SizeMeasure: "weight_for_length" | "weight_for_height";
    /** @description Curves by length or height. */
    SizeSegment: {
      /** @description Curves from the lowest centile to the highest; x is the length or height in cm. */
      curves: components["schemas"]["Curve"][];
      /**
       * Format: double
       * @description The shortest length or height in cm.
       */
      from_cm: number;
      /** @description Which of the two tables. */
      measure: components["schemas"]["SizeMeasure"];
      /** @description The standard of the curves. */
      standard: components["schemas"]["Standard"];
      /**
       * Format: double
       * @description The longest length or height in cm.
       */
      to_cm: number;
    };
    /**
     * @description A published growth reference.
     * @enum {string}
     */
    Standard: "who_2006" | "who_2007" | "cdc_2000";
    /**
     * @description Which standards a family sees for weight, height and BMI.
     *
     *     Head circumference and weight-for-length/height come from WHO 2006 whatever the choice.
     * @enum {string}
     */
    StandardChoice: "cdc_from_two" | "who";
    /**
     * @description Units of body temperature.
     * @enum {string}
     */
    TemperaturePreference: "c" | "f";
    /**
     * @description Colours of the app.
     * @enum {string}
     */
    Theme: "light" | "dark" | "system";
    /**
     * @description How times are written.
     * @enum {string}
     */
    TimeFormat: "h24" | "h12";
    /** @description Something in the trash. */
    Trashed: {
      child_id?: components["schemas"]["ChildId"] | null;
      /**
       * Format: date-time
       * @description When it was deleted.
       */
      deleted_at: string;
      /** @description Who deleted it. */
      deleted_by: components["schemas"]["UserId"];
      /** @description What it says. */
      details: Record<string, never>;
      /**
       * Format: date-time
       * @description Until when it can be brought back.
       */
      expires_at: string;
      /** @description Its id. */
      id: string;
      /** @description Its kind, such as `visit` or `child`. */
      kind: string;
      /** @description The record with which it went to the trash, and with which it comes back. */
      trashed_with?: string | null;
    };
    /** @description Units that fields start with; each field can be switched. */
    UnitPreferences: {
      /** @description Lengths. */
      length: components["schemas"]["LengthPreference"];
      /** @description Body temperature. */
      temperature: components["schemas"]["TemperaturePreference"];
      /** @description Weight. */
      weight: components["schemas"]["WeightPreference"];
    };
    /** @description A person as they see themselves. */
    User: {
      /** Format: date-time */
      created_at: string;
      email: components["schemas"]["Email"];
      email_verified: boolean;
      /** @description The families that the person belongs to, oldest first. */
      family_ids: components["schemas"]["FamilyId"][];
      id: components["schemas"]["UserId"];
      name: string;
      preferences: components["schemas"]["Preferences"];
      /** Format: int64 */
      rev: number;
      role: components["schemas"]["InstanceRole"];
    };
    /** @example usr_01890a5d-ac96-774b-bcce-b302099a8057 */
    UserId: string;
    /** @example vis_01890a5d-ac96-774b-bcce-b302099a8057 */
    VisitId: string;
    /**
     * @description First day of a week.
     * @enum {string}
     */
    Weekday: "monday" | "sunday" | "saturday";
    /**
     * @description A weight as typed.
     * @example {
     *       "unit": "kg",
     *       "value": 8.0229
     *     }
     */
    Weight: {
      unit: components["schemas"]["WeightUnit"];
      /**
       * Format: double
       * @description More than 0, at most 500 kg, with at most 4 decimals.
       */
      value: number;
    };
    /**
     * @description Units of weight.
     * @enum {string}
     */
    WeightPreference: "kg" | "lb";
    /**
     * @description Units of weight.
     * @enum {string}
     */
    WeightUnit: "kg" | "g" | "lb" | "oz";
    /**
     * @description Why a value has no centile.
     * @enum {string}
     */
    WhyNot: "before_due_date" | "no_reference" | "size_out_of_range";
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  read_account: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description My profile, preferences and families */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["User"];
        };
      };
      /** @description Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
    };
  };
  replace_preferences: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag that was read */
        "If-Match"?: string | null;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["Preferences"];
      };
    };
    responses: {
      /** @description My account as it is now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["User"];
        };
      };
      /** @description A field cannot be accepted */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description Changed meanwhile; `details.current` is my account as it is now */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
    };
  };
  replace_profile: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag that was read */
        "If-Match"?: string | null;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["ProfileDetails"];
      };
    };
    responses: {
      /** @description My account as it is now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["User"];
        };
      };
      /** @description A field cannot be accepted */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description Changed meanwhile; `details.current` is my account as it is now */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
    };
  };
  login: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["Credentials"];
      };
    };
    responses: {
      /** @description Signed in */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["SignedIn"];
        };
      };
      /** @description A field cannot be accepted */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description Email and password do not belong together */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description The account is switched off */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description Too many attempts */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
    };
  };
  logout: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["RefreshRequest"];
      };
    };
    responses: {
      /** @description Signed out */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A call with the cookie that did not come from the app itself */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
    };
  };
  refresh: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["RefreshRequest"];
      };
    };
    responses: {
      /** @description A new access token */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["SignedIn"];
        };
      };
      /** @description The session has ended */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description A call with the cookie that did not come from the app itself */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
    };
  };
  register: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["Registration"];
      };
    };
    responses: {
      /** @description The account is made and signed in */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["SignedIn"];
        };
      };
      /** @description A field cannot be accepted, or the password is easy to guess */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description The instance takes no sign-ups */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description Another account has this email */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description Too many sign-ups from this network */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
    };
  };
  list_sessions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The devices that are signed in */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Page_Session"];
        };
      };
      /** @description Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
    };
  };
  delete_session: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        session_id: components["schemas"]["SessionId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Ended */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description No session of mine */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
    };
  };
  list_children: {
    parameters: {
      query?: {
        /** @description Only this family; absent: all of mine. */
        family?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The children of my families that I may see */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Page_Child"];
        };
      };
      /** @description A parameter cannot be accepted */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description No family of mine */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
    };
  };
  create_child: {
    parameters: {
      query?: {
        /** @description The family that the child belongs to; may be left out by a member of one family. */
        family?: string;
        /** @description An id made by the client, so that a retry is the same create. */
        id?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["ChildDetails"];
      };
    };
    responses: {
      /** @description The same create had been made before */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Child"];
        };
      };
      /** @description Entered */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Child"];
        };
      };
      /** @description A field cannot be accepted */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description My role does not allow it */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description No family of mine */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description The id is in use */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
    };
  };
  read_child: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        child_id: components["schemas"]["ChildId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The child */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Child"];
        };
      };
      /** @description Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description No child of mine */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
    };
  };
  replace_child: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag that was read */
        "If-Match"?: string | null;
      };
      path: {
        child_id: components["schemas"]["ChildId"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["ChildDetails"];
      };
    };
    responses: {
      /** @description The child as it is now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Child"];
        };
      };
      /** @description A field cannot be accepted */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description My role does not allow it */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description No child of mine */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description Changed meanwhile; `details.current` is the child as it is now */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
    };
  };
  delete_child: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag that was read */
        "If-Match"?: string | null;
      };
      path: {
        child_id: components["schemas"]["ChildId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Deleted */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description My role does not allow it */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description No child of mine */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description Changed meanwhile; `details.current` is the child as it is now */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
    };
  };
  read_growth: {
    parameters: {
      query?: {
        /** @description `cdc_from_two`: WHO until 24 months, then CDC. `who`: WHO throughout. */
        standard?: "cdc_from_two" | "who";
        /** @description How long the age of a child born before 37 weeks is corrected. */
        correction?: "until_two" | "until_three" | "never";
      };
      header?: never;
      path: {
        child_id: components["schemas"]["ChildId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The growth of the child */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Growth"];
        };
      };
      /** @description A parameter cannot be accepted */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description No child of mine */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
    };
  };
  read_child_history: {
    parameters: {
      query?: {
        /** @description How many entries at most, 1 to 100. */
        limit?: number;
        /** @description Where the page before ended: its `next`. */
        cursor?: string;
      };
      header?: never;
      path: {
        child_id: components["schemas"]["ChildId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Who changed what, newest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Page_HistoryEntry"];
        };
      };
      /** @description A parameter cannot be accepted */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description No child of mine */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
    };
  };
  list_measurements: {
    parameters: {
      query?: {
        /** @description How many entries at most, 1 to 100. */
        limit?: number;
        /** @description Where the page before ended: its `next`. */
        cursor?: string;
        /** @description Order by date: `date` oldest first, `-date` (where left out) newest first. */
        sort?: "date" | "-date";
        /** @description First day. */
        from?: string;
        /** @description Last day. */
        to?: string;
        /** @description Only this child. */
        child?: string;
      };
      header?: never;
      path: {
        child_id: components["schemas"]["ChildId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Page_Measurement"];
        };
      };
      /** @description A parameter cannot be accepted */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description No child of mine */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
    };
  };
  create_measurement: {
    parameters: {
      query?: {
        /** @description An id made by the client, so that a retry is the same create. */
        id?: string;
      };
      header?: never;
      path: {
        child_id: components["schemas"]["ChildId"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["MeasurementDetails"];
      };
    };
    responses: {
      /** @description The same create had been made before */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Measurement"];
        };
      };
      /** @description Entered */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Measurement"];
        };
      };
      /** @description A field cannot be accepted */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description My role does not allow it */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description No child of mine */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description The id is in use */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
    };
  };
  read_measurement: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        child_id: components["schemas"]["ChildId"];
        measurement_id: components["schemas"]["MeasurementId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The measurements */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Measurement"];
        };
      };
      /** @description Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description No measurements of this child */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
    };
  };
  replace_measurement: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag that was read */
        "If-Match"?: string | null;
      };
      path: {
        child_id: components["schemas"]["ChildId"];
        measurement_id: components["schemas"]["MeasurementId"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["MeasurementDetails"];
      };
    };
    responses: {
      /** @description The measurements as they are now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Measurement"];
        };
      };
      /** @description A field cannot be accepted */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description My role does not allow it */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description No measurements of this child */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description Changed meanwhile; `details.current` is what stands there now */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
    };
  };
  delete_measurement: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag that was read */
        "If-Match"?: string | null;
      };
      path: {
        child_id: components["schemas"]["ChildId"];
        measurement_id: components["schemas"]["MeasurementId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Deleted */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description My role does not allow it */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description No measurements of this child */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description Changed meanwhile; `details.current` is what stands there now */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
    };
  };
  read_history: {
    parameters: {
      query?: {
        /** @description How many entries at most, 1 to 100. */
        limit?: number;
        /** @description Where the page before ended: its `next`. */
        cursor?: string;
      };
      header?: never;
      path: {
        child_id: components["schemas"]["ChildId"];
        record_id: components["schemas"]["RecordRef"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Who changed what, newest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Page_HistoryEntry"];
        };
      };
      /** @description A parameter cannot be accepted */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description No such record of this child */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
    };
  };
  restore_record: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        child_id: components["schemas"]["ChildId"];
        record_id: components["schemas"]["RecordRef"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The record as it is now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Record<string, never>;
        };
      };
      /** @description Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description My role does not allow it */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description No such record in the trash */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
    };
  };
  restore_child: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        child_id: components["schemas"]["ChildId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The child as it is now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Child"];
        };
      };
      /** @description Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description My role does not allow it */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description No child in a trash of mine */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
    };
  };
  list_families: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The families that I belong to */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Page_Family"];
        };
      };
      /** @description Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
    };
  };
  create_family: {
    parameters: {
      query?: {
        /** @description An id made by the client, so that a retry is the same create. */
        id?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["FamilyDetails"];
      };
    };
    responses: {
      /** @description The same create had been made before */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Family"];
        };
      };
      /** @description Made */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Family"];
        };
      };
      /** @description A field cannot be accepted */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description The id is in use, or I am in 20 families */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
    };
  };
  read_family: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        family_id: components["schemas"]["FamilyId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The family */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Family"];
        };
      };
      /** @description Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description No family of mine */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
    };
  };
  replace_family: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag that was read */
        "If-Match"?: string | null;
      };
      path: {
        family_id: components["schemas"]["FamilyId"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["FamilyDetails"];
      };
    };
    responses: {
      /** @description The family as it is now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Family"];
        };
      };
      /** @description A field cannot be accepted */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description Only owners rename */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description No family of mine */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description Changed meanwhile */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
    };
  };
  delete_family: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag that was read */
        "If-Match"?: string | null;
      };
      path: {
        family_id: components["schemas"]["FamilyId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Deleted */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description Only owners delete */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description No family of mine */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description Changed meanwhile */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
    };
  };
  list_audit: {
    parameters: {
      query?: {
        /** @description How many entries at most, 1 to 100. */
        limit?: number;
        /** @description Where the page before ended: its `next`. */
        cursor?: string;
      };
      header?: never;
      path: {
        family_id: components["schemas"]["FamilyId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Who did what, newest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Page_AuditEntry"];
        };
      };
      /** @description A parameter cannot be accepted */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description No family of mine */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
    };
  };
  read_home: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        family_id: components["schemas"]["FamilyId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The family, its children and their latest measurements */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Home"];
        };
      };
      /** @description Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description No family of mine */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
    };
  };
  list_family_measurements: {
    parameters: {
      query?: {
        /** @description How many entries at most, 1 to 100. */
        limit?: number;
        /** @description Where the page before ended: its `next`. */
        cursor?: string;
        /** @description Order by date: `date` oldest first, `-date` (where left out) newest first. */
        sort?: "date" | "-date";
        /** @description First day. */
        from?: string;
        /** @description Last day. */
        to?: string;
        /** @description Only this child. */
        child?: string;
      };
      header?: never;
      path: {
        family_id: components["schemas"]["FamilyId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page; it may be shorter than `limit` while `next` is set */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Page_Measurement"];
        };
      };
      /** @description A parameter cannot be accepted */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description No family of mine */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
    };
  };
  list_readers: {
    parameters: {
      query?: {
        /** @description How many entries at most, 1 to 100. */
        limit?: number;
        /** @description Where the page before ended: its `next`. */
        cursor?: string;
      };
      header?: never;
      path: {
        family_id: components["schemas"]["FamilyId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Who read on which days, newest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Page_ReadEntry"];
        };
      };
      /** @description A parameter cannot be accepted */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description No family of mine */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
    };
  };
  list_trash: {
    parameters: {
      query?: {
        /** @description How many entries at most, 1 to 100. */
        limit?: number;
        /** @description Where the page before ended: its `next`. */
        cursor?: string;
      };
      header?: never;
      path: {
        family_id: components["schemas"]["FamilyId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page; it may be shorter than `limit` while `next` is set */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Page_Trashed"];
        };
      };
      /** @description A parameter cannot be accepted */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description No family of mine */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
    };
  };
  read_openapi: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The OpenAPI document of all routes */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": unknown;
        };
      };
    };
  };
}
