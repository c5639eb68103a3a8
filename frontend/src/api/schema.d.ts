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
  "/api/account/closing": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What stands between me and closing my account. */
    get: operations["read_closing"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/account/families": {
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
     * Leave all my families, as before closing my account.
     * @description I leave all of them or none; where I am the only owner of one, none.
     */
    delete: operations["leave_families"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/account/onboarding": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Keep how far I have come with the first steps. */
    put: operations["replace_onboarding"];
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
  "/api/admin/audit": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List what admins did, newest first. */
    get: operations["list_acts"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/admin/families": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List all families, newest first. */
    get: operations["list_all_families"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/admin/families/search": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Search all families, newest first. */
    post: operations["search_all_families"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/admin/families/{family_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read what admins see of a family. */
    get: operations["read_any_family"];
    put?: never;
    post?: never;
    /**
     * Delete a family with its record and files.
     * @description The admin has no right to touch a family's partition, so the deletion is left to the sweeper, which ends everybody's access
     *     first and then removes the rest. That begins within seconds; until then the members can still read and write, and the family
     *     is still listed. Deleting it again meanwhile changes nothing.
     */
    delete: operations["delete_any_family"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/admin/health": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read how the instance is: table, bucket, mail, clock and versions.
     * @description The bucket and the mail are looked at every five minutes by the workers that may; this tells what they found.
     */
    get: operations["read_health"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/admin/mail": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List letters that could not be sent, newest first, for 30 days. */
    get: operations["list_failed_mail"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/admin/mail/{mail_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Take a letter that could not be sent off the list. */
    delete: operations["delete_failed_mail"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/admin/settings": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read the settings of the instance. */
    get: operations["read_settings"];
    /** Replace the settings of the instance. */
    put: operations["replace_settings"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/admin/statistics": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read how much of everything the instance holds.
     * @description Counted in the background, so what was entered in the last seconds may not be in it.
     */
    get: operations["read_statistics"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/admin/users": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List people with an account, newest first. */
    get: operations["list_users"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/admin/users/search": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Search people with an account, newest first. */
    post: operations["search_users"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/admin/users/{user_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a person's account. */
    get: operations["read_user"];
    /**
     * Change a person's role, or switch their account off or on.
     * @description An instance keeps at least one admin who can sign in.
     */
    put: operations["replace_user"];
    post?: never;
    /**
     * Delete a person's account.
     * @description The account, its sessions and its sign-in are gone at once; the memberships are ended by the sweeper within seconds.
     *     Of a family whose only owner this was, the sweeper makes the parent an owner who has been longest in it, or else the viewer;
     *     a family in which nobody is left is deleted with its record and files. `family_ids` of the account says which families
     *     the person is in; only their members can hand them over in a better order beforehand.
     */
    delete: operations["delete_user"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/admin/users/{user_id}/reset-code": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make a code with which a person sets a new password.
     * @description For people who cannot get mail. It is shown this once, can be used once within 24 hours, and is kept hashed.
     */
    post: operations["create_reset_code"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/admin/users/{user_id}/second-factor": {
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
     * Take a person's second factor away.
     * @description For people who have lost the app and the recovery codes; make sure that it is them. The password alone signs in from then on.
     *     Their sessions end, and they get a letter.
     */
    delete: operations["delete_user_second_factor"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/admin/users/{user_id}/sign-out": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sign a person out everywhere.
     * @description Access tokens end at once, and no device can refresh any more.
     */
    post: operations["sign_out_user"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/auth/account": {
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
     * Close my account.
     * @description Profile and sign-in are deleted, all tokens end at once, and the email can be used for a new account.
     *     I must have left my families before (`DELETE /api/account/families`), so that none of them is left without an owner.
     */
    delete: operations["close_account"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/auth/email": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Change my email.
     * @description From now on I sign in with the new one, which is asked for confirmation by mail; the former one is told.
     *     Links and codes for a new password are void.
     */
    put: operations["change_email"];
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
     *     With a second factor the answer to the right password is `second_factor_required`; the same call with a `code` signs in.
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
  "/api/auth/password": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Change my password.
     * @description All sessions end at once, and links and codes for a new password are void; the answer is a new session for the caller.
     *     The person is told by mail.
     */
    put: operations["change_password"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/auth/password-reset": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ask for a link that sets a new password.
     * @description The answer is the same, and takes the same work, whether there is such an account or not.
     */
    post: operations["request_password_reset"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/auth/password-reset/confirm": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Set a new password with the token of a letter, or with an admin's code.
     * @description It works once. All sessions end, and the person is told by mail.
     */
    post: operations["reset_password"];
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
  "/api/auth/second-factor": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Set up a second factor.
     * @description It is asked for once a first code has shown that the app has the secret. Until then it can be set up anew.
     */
    post: operations["create_second_factor"];
    /** Take the second factor away. */
    delete: operations["delete_second_factor"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/auth/second-factor/confirm": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Confirm the second factor with a first code.
     * @description From now on signing in asks for a code. The answer's recovery codes are shown this once.
     *     Waits twice: the secret must be known before the code can be checked.
     */
    post: operations["confirm_second_factor"];
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
    /**
     * End all my sessions, or all others.
     * @description All access tokens end at once, whatever time they had left. Waits twice: the sessions must be known to be deleted.
     */
    delete: operations["sign_out_everywhere"];
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
  "/api/auth/verification": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send me the letter that confirms my email once more.
     * @description Waits twice: the profile says which address it goes to. Where the email is confirmed already, nothing is sent.
     */
    post: operations["send_verification"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/auth/verify-email": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Confirm an email with the token of a letter.
     * @description It holds for the address that the letter went to, as long as that is the account's. A second time is no error.
     */
    post: operations["verify_email"];
    delete?: never;
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
  "/api/children/{child_id}/attachments": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List attachments of a child, or of one of its records.
     * @description They are ordered by the day (in UTC) on which they were announced; those of one record by their ids.
     */
    get: operations["list_attachments"];
    put?: never;
    /**
     * Announce a file of a child, and get an address to upload it to.
     * @description Nobody sees it before the upload is completed. What is not completed within an hour is gone.
     *     The same create again answers a fresh address.
     */
    post: operations["create_attachment"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/children/{child_id}/attachments/{attachment_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read what is said of a file. */
    get: operations["read_attachment"];
    /** Retitle a file, change its kind, or move it to another record of the child. */
    put: operations["replace_attachment"];
    post?: never;
    /** Move an attachment to the trash for 30 days. Its file is kept as long. */
    delete: operations["delete_attachment"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/children/{child_id}/attachments/{attachment_id}/complete": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Complete an upload: the file is looked into, and from then on everybody sees it.
     * @description A file that cannot be kept is deleted, with its announcement to follow; announce a better one under another id.
     *     Waits for the table twice: what was declared must be known before the file is looked at.
     */
    post: operations["complete_attachment"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/children/{child_id}/attachments/{attachment_id}/file": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get an address from which the file can be fetched for five minutes. */
    get: operations["read_attachment_file"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/children/{child_id}/avatar": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get an address from which the picture of a child can be fetched for five minutes. */
    get: operations["read_avatar"];
    put?: never;
    /** Announce a picture of a child, and get an address to upload it to. */
    post: operations["create_avatar"];
    /** Take the picture of a child away. */
    delete: operations["delete_avatar"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/children/{child_id}/avatar/complete": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Complete the upload of a picture: it is looked into, and takes the place of the former one.
     * @description Waits for the table twice: what was declared must be known before the file is looked at.
     */
    post: operations["complete_avatar"];
    delete?: never;
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
  "/api/children/{child_id}/illnesses": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List illnesses of a child. */
    get: operations["list_illnesses"];
    put?: never;
    /** Enter an illness. */
    post: operations["create_illness"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/children/{child_id}/illnesses/{illness_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read an illness. */
    get: operations["read_illness"];
    /** Replace an illness. */
    put: operations["replace_illness"];
    post?: never;
    /** Move an illness to the trash for 30 days. */
    delete: operations["delete_illness"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/children/{child_id}/illnesses/{illness_id}/medicines": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Note a medicine that was given.
     * @description The same moment, name and amount sent again is the same medicine.
     */
    post: operations["add_medicine"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/children/{child_id}/illnesses/{illness_id}/temperatures": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Note a temperature.
     * @description The same moment and temperature sent again is the same reading.
     */
    post: operations["add_temperature"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/children/{child_id}/linked/{record_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read everything that a record of any kind is linked with, on both sides. */
    get: operations["read_linked"];
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
  "/api/children/{child_id}/medical-events": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List medical events of a child. */
    get: operations["list_medical_events"];
    put?: never;
    /** Enter a vaccine, procedure, medication, allergy, condition, hospital stay or test. */
    post: operations["create_medical_event"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/children/{child_id}/medical-events/{event_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a medical event. */
    get: operations["read_medical_event"];
    /** Replace a medical event. */
    put: operations["replace_medical_event"];
    post?: never;
    /** Move a medical event to the trash for 30 days. */
    delete: operations["delete_medical_event"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/children/{child_id}/medical-events/{event_id}/doses": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Note a dose of a medication that was given.
     * @description The same moment and amount sent again is the same dose. `next_possible_at` of the answer says when the next may be given.
     */
    post: operations["add_dose"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/children/{child_id}/overview": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Everything for the first view of a child, in one call. */
    get: operations["read_overview"];
    put?: never;
    post?: never;
    delete?: never;
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
  "/api/children/{child_id}/timeline": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List everything of a child, newest first. */
    get: operations["list_timeline"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/children/{child_id}/visits": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List visits of a child. */
    get: operations["list_visits"];
    put?: never;
    /**
     * Enter a visit or an appointment.
     * @description With `records`, measurements, medical events and illnesses are written in the same transaction: all of it is saved, or nothing.
     */
    post: operations["create_visit"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/children/{child_id}/visits/{visit_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a visit. */
    get: operations["read_visit"];
    /**
     * Replace a visit.
     * @description Linked records that `records` does not name stay as they are.
     */
    put: operations["replace_visit"];
    post?: never;
    /** Move a visit to the trash for 30 days. */
    delete: operations["delete_visit"];
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
  "/api/families/{family_id}/attachments": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List attachments of a family. */
    get: operations["list_family_attachments"];
    put?: never;
    post?: never;
    delete?: never;
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
  "/api/families/{family_id}/changes": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Whether anything has changed in a family's record.
     * @description Send the `ETag` of the answer before as `If-None-Match`: 304 says that nothing has.
     */
    get: operations["read_changes"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/families/{family_id}/exports": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Export a family's record as a ZIP.
     * @description A worker writes it; read the job for how far it is, and for the address to fetch it from.
     */
    post: operations["create_export"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/families/{family_id}/heatmap": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The days of a year on which children were ill.
     * @description An illness that goes on is counted until today (UTC), and at least on its first day.
     */
    get: operations["read_heatmap"];
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
  "/api/families/{family_id}/illnesses": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List illnesses of a family. */
    get: operations["list_family_illnesses"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/families/{family_id}/imports": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Begin an import: announce the file and learn where to upload it. */
    post: operations["create_import"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/families/{family_id}/imports/{job_id}/preview": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Read the uploaded file and show what it holds. */
    post: operations["preview_import"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/families/{family_id}/invites": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the open invitations of a family. */
    get: operations["list_invites"];
    put?: never;
    /**
     * Invite somebody into a family.
     * @description The answer shows the token of the link `/invite#{token}` once; with an email, the link is also sent there.
     *     It holds for seven days, for one person, and as long as I am an owner.
     */
    post: operations["create_invite"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/families/{family_id}/invites/{invite_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Withdraw an invitation. */
    delete: operations["delete_invite"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/families/{family_id}/jobs": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List exports and imports of the last week. */
    get: operations["list_jobs"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/families/{family_id}/jobs/{job_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read how far an export or import is. */
    get: operations["read_job"];
    put?: never;
    post?: never;
    /** Cancel an export or import. What an import has written stays until it is undone. */
    delete: operations["cancel_job"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/families/{family_id}/jobs/{job_id}/resume": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Go on with a job that has failed or was cancelled: an import from where it stopped, an export from its beginning. */
    post: operations["resume_job"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/families/{family_id}/jobs/{job_id}/run": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Go on after the preview. */
    post: operations["run_import"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/families/{family_id}/jobs/{job_id}/undo": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Undo an import: what it has written goes away again, unless somebody has changed it since. */
    post: operations["undo_import"];
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
  "/api/families/{family_id}/medical-events": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List medical events of a family. */
    get: operations["list_family_medical_events"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/families/{family_id}/members": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the members of a family.
     * @description Owners see the members' email addresses.
     */
    get: operations["list_members"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/families/{family_id}/members/{user_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Change what a member may do: their role, the children they are limited to, whether they are paused. */
    put: operations["replace_member"];
    post?: never;
    /**
     * Remove a member from a family, or leave it myself.
     * @description Owners remove others; anybody leaves, also while paused. The last owner hands over or deletes the family instead.
     */
    delete: operations["delete_member"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/families/{family_id}/owner": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Make a member an owner, and step down myself if I like, at once. */
    post: operations["hand_over_family"];
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
  "/api/families/{family_id}/search": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Search a family's record.
     * @description One route for all kinds: with `kinds` it searches one of them. Nothing is changed.
     */
    post: operations["search_family"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/families/{family_id}/timeline": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List everything of a family, newest first. */
    get: operations["list_family_timeline"];
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
  "/api/families/{family_id}/visits": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List visits of a family. */
    get: operations["list_family_visits"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/health": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether the service answers. It looks at nothing behind it, so it costs nothing and tells nothing. */
    get: operations["read_liveness"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/invites/accept": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Accept an invitation: from now on I belong to the family.
     * @description An invitation is good for one person. Sending the same again answers the same.
     */
    post: operations["accept_invite"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/invites/preview": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Look at an invitation before accepting it, signed in or not. */
    post: operations["preview_invite"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/medical-events/vaccines": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List vaccines to pick from.
     * @description Codes are those of the CVX code set of the CDC, which does not endorse this product; the words are our own.
     */
    get: operations["list_vaccines"];
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
    /** @description A new access token for a session that goes on. */
    AccessToken: {
      /** @description Send it as `Authorization: Bearer …`. */
      access_token: string;
      /**
       * Format: int64
       * @description Seconds until it has run out.
       */
      expires_in: number;
    };
    /** @example act_01890a5d-ac96-774b-bcce-b302099a8057 */
    ActId: string;
    /** @description Something that an admin did. */
    AdminAct: {
      /** @description What was done. */
      action: components["schemas"]["AdminAction"];
      /** @description Who did it. */
      admin_id: components["schemas"]["UserId"];
      /** @description What that person was called then. */
      admin_name: string;
      /** @description What changed with it. */
      changes: components["schemas"]["AdminChange"][];
      /**
       * Format: date-time
       * @description When.
       */
      created_at: string;
      id: components["schemas"]["ActId"];
      /** @description Whom or what it concerned: the id of a person, a family or a letter; absent for the whole instance. */
      subject_id?: string | null;
      /** @description What that person or family was called then. */
      subject_name?: string | null;
    };
    /**
     * @description What was done.
     * @enum {string}
     */
    AdminAction:
      | "change_user"
      | "sign_out_user"
      | "delete_second_factor"
      | "create_reset_code"
      | "delete_user"
      | "delete_family"
      | "change_settings"
      | "dismiss_mail";
    /** @description One thing that changed with an act. */
    AdminChange: {
      /**
       * @description Which.
       * @example role
       */
      field: string;
      /**
       * @description What it was.
       * @example user
       */
      from: string;
      /**
       * @description What it became.
       * @example admin
       */
      to: string;
    };
    /** @description An allergy; `name` says to what. */
    Allergy: {
      /** @description What happens. */
      reaction?: string | null;
      severity?: components["schemas"]["AllergySeverity"] | null;
    };
    /**
     * @description How bad an allergy is.
     * @enum {string}
     */
    AllergySeverity: "mild" | "moderate" | "severe";
    /** @description An announced attachment, and how to upload its file. */
    Announced: components["schemas"]["Attachment"] & {
      upload: components["schemas"]["Upload"] | null;
    };
    /** @description An announced picture, and how to upload it. */
    AnnouncedAvatar: {
      /** @description Its id; complete the upload with it. */
      id: components["schemas"]["AttachmentId"];
      /** @description How to upload it. */
      upload: components["schemas"]["Upload"];
    };
    /**
     * @description Which upload is complete.
     * @example {
     *       "id": "att_01890a5d-ac96-774b-bcce-b302099a8057"
     *     }
     */
    ArrivedAvatar: {
      /** @description The id that was answered when it was announced. */
      id: components["schemas"]["AttachmentId"];
    };
    Attachment: {
      /** @description SHA-256 of its bytes, in Base64 with padding. */
      checksum_sha256: string;
      /** @example chi_01890a5d-ac96-774b-bcce-b302099a8057 */
      child_id: string;
      /** @description Its type. */
      content_type: components["schemas"]["ContentType"];
      /** Format: date-time */
      created_at: string;
      /** @example usr_01890a5d-ac96-774b-bcce-b302099a8057 */
      created_by: string;
      /** @example fam_01890a5d-ac96-774b-bcce-b302099a8057 */
      family_id: string;
      /** @example att_01890a5d-ac96-774b-bcce-b302099a8057 */
      id: string;
      /** @description What it shows. */
      kind: components["schemas"]["AttachmentKind"];
      /** @description Anything else. */
      notes: string | null;
      record: components["schemas"]["RecordRef"] | null;
      /** Format: int64 */
      rev: number;
      /**
       * Format: int64
       * @description Its length in bytes.
       */
      size: number;
      /** @description Whether the file has arrived. */
      state: components["schemas"]["FileState"];
      /** @description Words that group records. */
      tags: string[];
      /** @description What it is called in lists. */
      title: string;
      /** Format: date-time */
      updated_at: string;
      /** @example usr_01890a5d-ac96-774b-bcce-b302099a8057 */
      updated_by: string;
    };
    /**
     * @description What people say of a file. What it is (type, size, checksum) never changes.
     * @example {
     *       "kind": "photo",
     *       "notes": "The evening after the fall",
     *       "tags": [
     *         "ankle"
     *       ],
     *       "title": "Swollen ankle"
     *     }
     */
    AttachmentDetails: {
      /** @description What it shows. */
      kind: components["schemas"]["AttachmentKind"];
      /** @description Anything else. */
      notes?: string | null;
      record?: components["schemas"]["RecordRef"] | null;
      /** @description Words that group records. */
      tags?: string[];
      /** @description What it is called in lists. */
      title: string;
    };
    /** @example att_01890a5d-ac96-774b-bcce-b302099a8057 */
    AttachmentId: string;
    /**
     * @description What an attachment shows.
     * @enum {string}
     */
    AttachmentKind: "photo" | "report" | "vaccine_record" | "prescription" | "other";
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
    /** @description Which picture a child has: whoever has fetched the one of this id need not fetch it again. */
    Avatar: {
      /** @description Its type. */
      content_type: components["schemas"]["ContentType"];
      /** @description Another picture has another id. */
      id: components["schemas"]["AttachmentId"];
    };
    /** @description Blood pressure in mmHg. */
    BloodPressure: {
      /**
       * Format: int32
       * @description The lower value, 10 to 200.
       */
      diastolic: number;
      /**
       * Format: int32
       * @description The higher value, 30 to 300.
       */
      systolic: number;
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
    /** @description The state of a family's record. It says nothing but whether it is the same as before. */
    Changes: {
      /** @description Another one after each change that the caller can see. Also the `ETag`. */
      version: string;
    };
    Child: {
      /** @description What the child is allergic to, in the family's words. */
      allergies: string[];
      /** @description Kept, but out of the way. */
      archived: boolean;
      avatar: components["schemas"]["Avatar"] | null;
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
     * @description How an import goes on after the preview.
     * @example {
     *       "existing": "skip"
     *     }
     */
    Choice: {
      /** @description Only these children of the preview; absent: all. */
      children?: components["schemas"]["ChildId"][] | null;
      /** @description What happens to records that are there already. */
      existing?: components["schemas"]["Existing"];
    };
    /** @description The clock of the function beside that of the table. */
    ClockHealth: {
      /**
       * Format: date-time
       * @description What the function takes for now.
       */
      now: string;
      /** @description Whether they agree within 30 seconds. */
      ok: boolean;
      /**
       * Format: int64
       * @description By how much the table's clock is ahead; absent: it did not say.
       */
      skew_seconds: number | null;
    };
    /**
     * @description The password of an account that shall be closed.
     * @example {
     *       "password": "brisk otter lamp"
     *     }
     */
    Closing: {
      password: components["schemas"]["Password"];
    };
    /**
     * @description The types of file that are kept. No SVG and no HTML: nothing that a browser would run as a page of ours.
     * @enum {string}
     */
    ContentType:
      "image/jpeg" | "image/png" | "image/webp" | "image/gif" | "image/heic" | "application/pdf";
    /**
     * @description How long the corrected age of a child born before 37 weeks is used.
     * @enum {string}
     */
    Correction: "until_two" | "until_three" | "never";
    /** @description Records by kind. */
    Counts: {
      /** Format: int64 */
      attachments: number;
      /** Format: int64 */
      avatars?: number;
      /** Format: int64 */
      children: number;
      /** Format: int64 */
      illnesses: number;
      /** Format: int64 */
      measurements: number;
      /** Format: int64 */
      medical_events: number;
      /** Format: int64 */
      visits: number;
    };
    /**
     * @description Email and password.
     * @example {
     *       "email": "ana@example.org",
     *       "password": "brisk otter lamp",
     *       "session": "token"
     *     }
     */
    Credentials: {
      /** @description A code of the authenticator app or a recovery code, where the account asks for one. */
      code?: string | null;
      email: components["schemas"]["Email"];
      password: components["schemas"]["Password"];
      session: components["schemas"]["SessionKind"];
    };
    /** @description A column of a table. */
    CsvColumn: {
      /** @description What it holds. */
      field: components["schemas"]["CsvField"];
      /** @description Its name in the first row. */
      name: string;
      /** @description The unit of its numbers, such as `kg`, `lb`, `oz`, `cm`, `in`, `c`, `f`. */
      unit?: string | null;
    };
    /**
     * @description What a column can hold.
     * @enum {string}
     */
    CsvField:
      | "date"
      | "end_date"
      | "name"
      | "weight"
      | "height"
      | "head_circumference"
      | "temperature"
      | "severity"
      | "dose_number"
      | "lot"
      | "manufacturer"
      | "place"
      | "doctor"
      | "title"
      | "reason"
      | "outcome"
      | "symptoms"
      | "notes"
      | "tags";
    /** @description How the columns of a table become records of one child. */
    CsvMapping: {
      /** @description Whose records they are. */
      child: components["schemas"]["ChildId"];
      /** @description Which column is what. One of them is the date. */
      columns: components["schemas"]["CsvColumn"][];
      /** @description How dates are written. */
      dates: components["schemas"]["DateOrder"];
      /** @description What stands between columns; where left out, a comma. */
      delimiter?: string | null;
      /** @description What a row is. */
      record: components["schemas"]["CsvRecord"];
    };
    /**
     * @description What a row of a table is.
     * @enum {string}
     */
    CsvRecord: "measurement" | "vaccine" | "illness" | "visit";
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
    /**
     * @description How dates of a table are written.
     * @enum {string}
     */
    DateOrder: "year_month_day" | "day_month_year" | "month_day_year";
    /** @description A day on which somebody was ill. */
    Day: {
      children: components["schemas"]["IllChild"][];
      /** Format: date */
      date: string;
    };
    /** @description What a dentist found and did. */
    Dental: {
      /**
       * Format: int32
       * @description Cavities that were filled, up to 32.
       */
      cavities_filled?: number | null;
      /**
       * Format: int32
       * @description Cavities that were found, up to 32.
       */
      cavities_found?: number | null;
      /** @description The teeth were cleaned. */
      cleaning?: boolean;
      /** @description Fluoride was put on. */
      fluoride?: boolean;
      /** @description What was done, with the tooth where it was one. */
      procedures?: components["schemas"]["DentalProcedure"][];
      /** @description Fissures were sealed. */
      sealants?: boolean;
      /** @description X-rays were taken. */
      xrays?: boolean;
    };
    /** @description Something that a dentist did. */
    DentalProcedure: {
      /** @description What it was. */
      name: string;
      /** @description Which tooth, in the notation that the dentist uses. */
      tooth?: string | null;
    };
    /** @description An amount of a medicine. */
    Dose: {
      unit: components["schemas"]["DoseUnit"];
      /**
       * Format: double
       * @description More than 0, at most 100,000, with at most 4 decimals.
       */
      value: number;
    };
    /**
     * @description Units of medicines.
     * @enum {string}
     */
    DoseUnit:
      "ug" | "mg" | "g" | "ml" | "drops" | "tablets" | "puffs" | "suppositories" | "iu" | "pieces";
    /** @description Where to fetch a file. */
    Download: {
      /**
       * Format: date-time
       * @description Until then.
       */
      expires_at: string;
      /** @description A plain GET, without any header of ours. Whoever has this address may. */
      url: string;
    };
    /** Format: email */
    Email: string;
    /**
     * @description A new address, and the password.
     * @example {
     *       "email": "ana.maria@example.org",
     *       "password": "brisk otter lamp"
     *     }
     */
    EmailChange: {
      email: components["schemas"]["Email"];
      password: components["schemas"]["Password"];
    };
    /** @description A record of any kind. */
    Entry:
      | {
          /** @enum {string} */
          kind: "visit";
          /** @description A visit. */
          record: components["schemas"]["Visit"];
        }
      | {
          /** @enum {string} */
          kind: "measurement";
          /** @description Measurements of one day. */
          record: components["schemas"]["Measurement"];
        }
      | {
          /** @enum {string} */
          kind: "event";
          /** @description A medical event. */
          record: components["schemas"]["Event"];
        }
      | {
          /** @enum {string} */
          kind: "illness";
          /** @description An illness. */
          record: components["schemas"]["Illness"];
        }
      | {
          /** @enum {string} */
          kind: "attachment";
          /** @description A file. */
          record: components["schemas"]["Attachment"];
        };
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
    Event: {
      allergy: components["schemas"]["Allergy"] | null;
      /** @example chi_01890a5d-ac96-774b-bcce-b302099a8057 */
      child_id: string;
      /** Format: date-time */
      created_at: string;
      /** @example usr_01890a5d-ac96-774b-bcce-b302099a8057 */
      created_by: string;
      /**
       * Format: date
       * @description The day, or the first day.
       */
      date: string;
      /**
       * Format: date
       * @description The last day of a medication, a condition, an allergy or a stay; absent while it goes on.
       */
      ended_on: string | null;
      /** @example fam_01890a5d-ac96-774b-bcce-b302099a8057 */
      family_id: string;
      /** @example evt_01890a5d-ac96-774b-bcce-b302099a8057 */
      id: string;
      measured_by: components["schemas"]["MeasuredBy"] | null;
      medication: components["schemas"]["Medication"] | null;
      /** @description The vaccine, medicine, substance, condition, procedure, stay or test by its name. */
      name: string;
      /**
       * Format: date-time
       * @description The earliest moment for the next dose of a running medication, where the time between doses is known.
       */
      next_possible_at: string | null;
      /** @description Anything else. */
      notes: string | null;
      /** @description What came of it. */
      outcome: string | null;
      /** @description Practice or hospital. */
      place: string | null;
      /** @description What a test said. */
      result: string | null;
      /** Format: int64 */
      rev: number;
      /** @description Words that group records. */
      tags: string[];
      /** @description What kind of event. */
      type: components["schemas"]["EventType"];
      /** Format: date-time */
      updated_at: string;
      /** @example usr_01890a5d-ac96-774b-bcce-b302099a8057 */
      updated_by: string;
      vaccine: components["schemas"]["Vaccine"] | null;
      visit_id: components["schemas"]["VisitId"] | null;
    };
    /**
     * @description What is known of a medical event. The part that is named like its type belongs to it, and no other.
     * @example {
     *       "date": "2026-02-10",
     *       "name": "MMR",
     *       "place": "Children's practice",
     *       "type": "vaccine",
     *       "vaccine": {
     *         "cvx": "03",
     *         "diseases": [
     *           "Measles",
     *           "Mumps",
     *           "Rubella"
     *         ],
     *         "dose_number": 1,
     *         "lot": "A1234",
     *         "site": "left_thigh"
     *       }
     *     }
     */
    EventDetails: {
      allergy?: components["schemas"]["Allergy"] | null;
      /**
       * Format: date
       * @description The day, or the first day.
       */
      date: string;
      /**
       * Format: date
       * @description The last day of a medication, a condition, an allergy or a stay; absent while it goes on.
       */
      ended_on?: string | null;
      measured_by?: components["schemas"]["MeasuredBy"] | null;
      medication?: components["schemas"]["Medication"] | null;
      /** @description The vaccine, medicine, substance, condition, procedure, stay or test by its name. */
      name: string;
      /** @description Anything else. */
      notes?: string | null;
      /** @description What came of it. */
      outcome?: string | null;
      /** @description Practice or hospital. */
      place?: string | null;
      /** @description What a test said. */
      result?: string | null;
      /** @description Words that group records. */
      tags?: string[];
      /** @description What kind of event. */
      type: components["schemas"]["EventType"];
      vaccine?: components["schemas"]["Vaccine"] | null;
      visit_id?: components["schemas"]["VisitId"] | null;
    };
    /** @example evt_01890a5d-ac96-774b-bcce-b302099a8057 */
    EventId: string;
    /**
     * @description Kinds of medical events.
     * @enum {string}
     */
    EventType:
      "vaccine" | "procedure" | "medication" | "allergy" | "condition" | "hospital_stay" | "test";
    /**
     * @description What happens to records that are there already.
     * @enum {string}
     */
    Existing: "skip";
    /** @description The refraction of one eye. */
    Eye: {
      /**
       * Format: int32
       * @description Axis of the cylinder in degrees, 0 to 180.
       */
      axis?: number | null;
      /**
       * Format: double
       * @description Cylinder in dioptres, -40 to 40.
       */
      cylinder?: number | null;
      /**
       * Format: double
       * @description Sphere in dioptres, -40 to 40.
       */
      sphere?: number | null;
    };
    /**
     * @description A code that the app shows.
     * @example {
     *       "code": "287082"
     *     }
     */
    FactorCode: {
      code: string;
    };
    /**
     * @description The password, typed once more.
     * @example {
     *       "password": "brisk otter lamp"
     *     }
     */
    FactorRequest: {
      password: components["schemas"]["Password"];
    };
    /** @description What an authenticator app takes. */
    FactorSecret: {
      /** @description The shared secret, to be typed. */
      secret: string;
      /** @description The same as an address, to be shown as a QR code. */
      uri: string;
    };
    /** @description A letter that was given up, as an admin sees it. No secret of it is kept. */
    FailedLetter: {
      /**
       * Format: int32
       * @description How often it was tried.
       */
      attempts: number;
      /**
       * Format: date-time
       * @description When it was written.
       */
      created_at: string;
      /**
       * Format: date-time
       * @description When it was given up.
       */
      failed_at: string;
      /** @description Its id. */
      id: components["schemas"]["MailId"];
      /** @description What kind of letter. */
      letter: components["schemas"]["LetterKind"];
      /** @description Why it did not go out. */
      reason: components["schemas"]["MailProblem"];
      /** @description To whom. */
      to: components["schemas"]["Email"];
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
    /**
     * @description A search for families.
     * @example {
     *       "limit": 20,
     *       "text": "otters"
     *     }
     */
    FamilySearch: {
      /** @description Where the page before ended: its `next`. */
      cursor?: string | null;
      /**
       * Format: int32
       * @description How many entries at most, 1 to 100.
       * @default 20
       */
      limit: number;
      /** @description Words that stand in the name or the id; case and accents do not matter. Each of them must be found. */
      text: string;
    };
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
     * @description Whether the file of an attachment has arrived.
     * @enum {string}
     */
    FileState: "pending" | "ready";
    /** @description The bucket of the files, as the sweeper has found it. */
    FilesHealth: {
      /**
       * Format: date-time
       * @description When the sweeper last looked; absent: not for a day.
       */
      checked_at: string | null;
      /**
       * Format: int64
       * @description How long it took to answer.
       */
      milliseconds: number | null;
      /** @description Whether it answered, and the sweeper runs. */
      ok: boolean;
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
    /**
     * @description A dose that was given.
     * @example {
     *       "at": "2026-02-10T19:30:00Z",
     *       "dose": {
     *         "unit": "ml",
     *         "value": 2.5
     *       }
     *     }
     */
    GivenDose: {
      /**
       * Format: date-time
       * @description When.
       */
      at: string;
      dose?: components["schemas"]["Dose"] | null;
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
     * @description Who becomes an owner.
     * @example {
     *       "step_down": true,
     *       "user_id": "usr_01890a5d-ac96-774b-bcce-b302099a8057"
     *     }
     */
    HandOver: {
      /** @description Whether I become a parent at the same time. */
      step_down?: boolean;
      /** @description A member of the family. */
      user_id: components["schemas"]["UserId"];
    };
    /**
     * @description How the instance is.
     * @example {
     *       "clock": {
     *         "now": "2026-03-01T12:00:00Z",
     *         "ok": true,
     *         "skew_seconds": 0
     *       },
     *       "files": {
     *         "checked_at": "2026-03-01T11:58:00Z",
     *         "milliseconds": 18,
     *         "ok": true
     *       },
     *       "mail": {
     *         "checked_at": "2026-03-01T11:57:00Z",
     *         "given_up": 0,
     *         "ok": true,
     *         "set_up": true,
     *         "waiting": 0
     *       },
     *       "ok": true,
     *       "signing_key_since": "2026-02-01T08:00:00Z",
     *       "table": {
     *         "milliseconds": 4
     *       },
     *       "versions": {
     *         "api": "0.1.0",
     *         "mailer": "0.1.0",
     *         "pending_migrations": [],
     *         "sweeper": "0.1.0"
     *       }
     *     }
     */
    Health: {
      clock: components["schemas"]["ClockHealth"];
      files: components["schemas"]["FilesHealth"];
      mail: components["schemas"]["MailHealth"];
      /** @description Whether all of it is well. */
      ok: boolean;
      /**
       * Format: date-time
       * @description Since when the present key signs; keys are renewed every 90 days. Absent before the first sign-in.
       */
      signing_key_since: string | null;
      table: components["schemas"]["TableHealth"];
      versions: components["schemas"]["Versions"];
    };
    /** @description The days of a year on which a child was ill. */
    Heatmap: {
      /** @description The days with any illness, in order. */
      days: components["schemas"]["Day"][];
      /** @description Of every child asked for, in the order in which they were entered. */
      totals: components["schemas"]["Total"][];
      /** Format: int32 */
      year: number;
    };
    /**
     * @description What was done to a record.
     * @enum {string}
     */
    HistoryAction:
      "created" | "changed" | "deleted" | "restored" | "avatar_set" | "avatar_removed" | "accepted";
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
      /** @description Visits to come without an outcome, the next one first; at most 50. */
      appointments: components["schemas"]["Visit"][];
      /** @description Its children that the caller may see. */
      children: components["schemas"]["Child"][];
      /** @description The family. */
      family: components["schemas"]["Family"];
      /** @description For each child the last and next of each thing, in the order of the children. */
      last_and_next: components["schemas"]["LastAndNext"][];
      /** @description The ten latest records until today, newest first. */
      latest: components["schemas"]["Entry"][];
      /** @description The latest measurements of the family, newest first, about 50; each child's latest are among them. */
      latest_measurements: components["schemas"]["Measurement"][];
      /** @description Visits before today of which the outcome is missing, newest first; at most 50. */
      waiting_for_outcome: components["schemas"]["Visit"][];
    };
    /** @description A child that was ill on a day. */
    IllChild: {
      child_id: components["schemas"]["ChildId"];
      illness_ids: components["schemas"]["IllnessId"][];
      /**
       * Format: int32
       * @description The highest severity of that day's illnesses, where one was given.
       */
      severity?: number | null;
      types: components["schemas"]["IllnessType"][];
    };
    Illness: {
      /** @example chi_01890a5d-ac96-774b-bcce-b302099a8057 */
      child_id: string;
      /** Format: date-time */
      created_at: string;
      /** @example usr_01890a5d-ac96-774b-bcce-b302099a8057 */
      created_by: string;
      /**
       * Format: int64
       * @description Days from the first to the last, both counted; absent while it goes on.
       */
      days: number | null;
      /**
       * Format: int32
       * @description Days of school or day care that were missed.
       */
      days_missed: number | null;
      /**
       * Format: date
       * @description Last day; absent while it goes on.
       */
      ended_on: string | null;
      /** @example fam_01890a5d-ac96-774b-bcce-b302099a8057 */
      family_id: string;
      /** @example ill_01890a5d-ac96-774b-bcce-b302099a8057 */
      id: string;
      measured_by: components["schemas"]["MeasuredBy"] | null;
      /** @description Medicines that were given. */
      medicines: components["schemas"]["MedicineGiven"][];
      /** @description Anything else. */
      notes: string | null;
      /** @description Its name, where it is none of the known types. */
      other_name: string | null;
      /** Format: int64 */
      rev: number;
      /**
       * Format: int32
       * @description From 1 (hardly noticed) to 10 (hospital).
       */
      severity: number | null;
      /**
       * Format: date
       * @description First day.
       */
      started_on: string;
      /** @description What the family noticed. */
      symptoms: string[];
      /** @description Words that group records. */
      tags: string[];
      /** @description Body temperatures, in the order they were taken. */
      temperatures: components["schemas"]["TemperatureReading"][];
      /** @description What it is, at least one. */
      types: components["schemas"]["IllnessType"][];
      /** Format: date-time */
      updated_at: string;
      /** @example usr_01890a5d-ac96-774b-bcce-b302099a8057 */
      updated_by: string;
      /** @description Visits that it led to. */
      visit_ids: components["schemas"]["VisitId"][];
    };
    /**
     * @description What is known of an illness. Without a last day it is still going on.
     * @example {
     *       "days_missed": 4,
     *       "ended_on": "2026-01-19",
     *       "medicines": [
     *         {
     *           "at": "2026-01-12T19:00:00Z",
     *           "dose": {
     *             "unit": "ml",
     *             "value": 5
     *           },
     *           "name": "Ibuprofen"
     *         }
     *       ],
     *       "severity": 6,
     *       "started_on": "2026-01-12",
     *       "symptoms": [
     *         "cough",
     *         "earache"
     *       ],
     *       "temperatures": [
     *         {
     *           "at": "2026-01-12T18:30:00Z",
     *           "temperature": {
     *             "unit": "c",
     *             "value": 39.2
     *           }
     *         }
     *       ],
     *       "types": [
     *         "flu",
     *         "ear_infection"
     *       ]
     *     }
     */
    IllnessDetails: {
      /**
       * Format: int32
       * @description Days of school or day care that were missed.
       */
      days_missed?: number | null;
      /**
       * Format: date
       * @description Last day; absent while it goes on.
       */
      ended_on?: string | null;
      measured_by?: components["schemas"]["MeasuredBy"] | null;
      /** @description Medicines that were given. */
      medicines?: components["schemas"]["MedicineGiven"][];
      /** @description Anything else. */
      notes?: string | null;
      /** @description Its name, where it is none of the known types. */
      other_name?: string | null;
      /**
       * Format: int32
       * @description From 1 (hardly noticed) to 10 (hospital).
       */
      severity?: number | null;
      /**
       * Format: date
       * @description First day.
       */
      started_on: string;
      /** @description What the family noticed. */
      symptoms?: string[];
      /** @description Words that group records. */
      tags?: string[];
      /** @description Body temperatures, in the order they were taken. */
      temperatures?: components["schemas"]["TemperatureReading"][];
      /** @description What it is, at least one. */
      types: components["schemas"]["IllnessType"][];
      /** @description Visits that it led to. */
      visit_ids?: components["schemas"]["VisitId"][];
    };
    /** @example ill_01890a5d-ac96-774b-bcce-b302099a8057 */
    IllnessId: string;
    /**
     * @description Types of illness.
     * @enum {string}
     */
    IllnessType:
      | "flu"
      | "strep"
      | "rsv"
      | "covid19"
      | "cold"
      | "stomach_bug"
      | "ear_infection"
      | "hand_foot_mouth"
      | "croup"
      | "pink_eye"
      | "chickenpox"
      | "fever"
      | "other";
    /**
     * @description A file to import.
     * @example {
     *       "size": 482133,
     *       "source": {
     *         "kind": "trajectory"
     *       }
     *     }
     */
    ImportFile: {
      /** @description SHA-256 of its bytes in Base64 with padding, so that S3 refuses anything else. */
      checksum_sha256?: string | null;
      /**
       * Format: int64
       * @description Length of the file in bytes, at most 5 GB.
       */
      size: number;
      /** @description What kind of file. */
      source: components["schemas"]["Source"];
    };
    /** @description An injury. */
    Injury: {
      /** @description Where. */
      body_part?: string | null;
      /** @description What happened, such as a cut or a burn. */
      kind: string;
      /** @description What was done. */
      treatment?: string | null;
    };
    /**
     * @description The role of a person in the instance. It gives no access to a family's record.
     * @enum {string}
     */
    InstanceRole: "user" | "admin";
    /** @description An open invitation, as owners see it. */
    Invite: {
      /**
       * Format: date-time
       * @description Since when it is open.
       */
      created_at: string;
      /** @description Who invites. */
      created_by: components["schemas"]["UserId"];
      email?: components["schemas"]["Email"] | null;
      /**
       * Format: date-time
       * @description When it runs out.
       */
      expires_at: string;
      /** @description Into which family. */
      family_id: components["schemas"]["FamilyId"];
      /** @description Its id. */
      id: components["schemas"]["InviteId"];
      /** @description The only children whose record the invited person will see; absent: all. */
      only_children?: components["schemas"]["ChildId"][] | null;
      /**
       * Format: int64
       * @description Always 1: an invitation is withdrawn and made anew, never changed.
       */
      rev: number;
      /** @description What the invited person will be. */
      role: components["schemas"]["FamilyRole"];
    };
    /**
     * @description Into what somebody is invited.
     * @example {
     *       "email": "ben@example.org",
     *       "role": "parent"
     *     }
     */
    InviteDetails: {
      email?: components["schemas"]["Email"] | null;
      /** @description The only children whose record the invited person will see; absent: all. */
      only_children?: components["schemas"]["ChildId"][] | null;
      /** @description What the invited person will be. */
      role: components["schemas"]["FamilyRole"];
    };
    /** @example inv_01890a5d-ac96-774b-bcce-b302099a8057 */
    InviteId: string;
    /** @description What somebody who has the link learns before they accept. */
    InvitePreview: {
      /**
       * Format: date-time
       * @description When the invitation runs out.
       */
      expires_at: string;
      /** @description What the family calls itself. */
      family: string;
      /** @description What the person who invites is called. */
      inviter: string;
      /** @description What the invited person will be in it. */
      role: components["schemas"]["FamilyRole"];
    };
    /** @example fam_01890a5d-ac96-774b-bcce-b302099a8057.inv_01890a5d-ac96-774b-bcce-b302099a8057.c2l4dGVlbiBieXRlcyB0d2ljZSBtYWtlIGEgc2VjcmU */
    InviteToken: string;
    /** @description A job as the API shows it. */
    Job: (
      | {
          /** @description Only these children; absent: all that the member sees. */
          children?: components["schemas"]["ChildId"][] | null;
          /** @enum {string} */
          work: "export";
        }
      | (components["schemas"]["ImportFile"] & {
          /** @enum {string} */
          work: "import";
        })
    ) & {
      /**
       * Format: date-time
       * @description When.
       */
      created_at: string;
      /** @description Who asked for it. */
      created_by: components["schemas"]["UserId"];
      /**
       * Format: date-time
       * @description When it and its file are removed.
       */
      expires_at: string;
      /** @description Whose record. */
      family_id: components["schemas"]["FamilyId"];
      /** @description Its id. */
      id: components["schemas"]["JobId"];
      preview?: components["schemas"]["Preview"] | null;
      problem?: components["schemas"]["Problem"] | null;
      /** @description How far it is. */
      progress: components["schemas"]["Progress"];
      /** @description What became of the records. */
      report: components["schemas"]["Report"];
      /**
       * Format: int64
       * @description Bytes of the ZIP, once an export is done.
       */
      result_bytes?: number | null;
      /** @description Where it is. */
      state: components["schemas"]["JobState"];
      /**
       * Format: date-time
       * @description When it last went on.
       */
      updated_at: string;
    };
    /** @description A job of a family. */
    JobAnswer: ((
      | {
          /** @description Only these children; absent: all that the member sees. */
          children?: components["schemas"]["ChildId"][] | null;
          /** @enum {string} */
          work: "export";
        }
      | (components["schemas"]["ImportFile"] & {
          /** @enum {string} */
          work: "import";
        })
    ) & {
      /**
       * Format: date-time
       * @description When.
       */
      created_at: string;
      /** @description Who asked for it. */
      created_by: components["schemas"]["UserId"];
      /**
       * Format: date-time
       * @description When it and its file are removed.
       */
      expires_at: string;
      /** @description Whose record. */
      family_id: components["schemas"]["FamilyId"];
      /** @description Its id. */
      id: components["schemas"]["JobId"];
      preview?: components["schemas"]["Preview"] | null;
      problem?: components["schemas"]["Problem"] | null;
      /** @description How far it is. */
      progress: components["schemas"]["Progress"];
      /** @description What became of the records. */
      report: components["schemas"]["Report"];
      /**
       * Format: int64
       * @description Bytes of the ZIP, once an export is done.
       */
      result_bytes?: number | null;
      /** @description Where it is. */
      state: components["schemas"]["JobState"];
      /**
       * Format: date-time
       * @description When it last went on.
       */
      updated_at: string;
    }) & {
      download?: components["schemas"]["Download"] | null;
      upload?: components["schemas"]["Upload"] | null;
    };
    /** @example job_01890a5d-ac96-774b-bcce-b302099a8057 */
    JobId: string;
    /**
     * @description Where a job is.
     * @enum {string}
     */
    JobState:
      | "waiting"
      | "reading"
      | "previewed"
      | "running"
      | "undoing"
      | "done"
      | "failed"
      | "cancelled"
      | "undone";
    /** @description Jobs of a family. They live for a week, so all of them come at once. */
    Jobs: {
      /** @description Newest first. */
      items: components["schemas"]["Job"][];
    };
    /**
     * @description Languages of the app.
     * @enum {string}
     */
    Language: "en" | "es" | "de";
    /** @description The last and next of each thing of a child. */
    LastAndNext: {
      /** @description The child. */
      child_id: components["schemas"]["ChildId"];
      last_illness?: components["schemas"]["Illness"] | null;
      last_measurement?: components["schemas"]["Measurement"] | null;
      last_vaccine?: components["schemas"]["Event"] | null;
      last_visit?: components["schemas"]["Visit"] | null;
      next_appointment?: components["schemas"]["Visit"] | null;
      /** @description Illnesses without a last day, latest first. */
      ongoing_illnesses: components["schemas"]["Illness"][];
      /** @description Medications without a last day, latest first. */
      running_medications: components["schemas"]["Event"][];
    };
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
     * @description The kind of a letter, which says nothing of anybody.
     * @enum {string}
     */
    LetterKind:
      | "verify_email"
      | "reset_password"
      | "email_changed"
      | "password_changed"
      | "second_factor_on"
      | "second_factor_off"
      | "account_closed"
      | "invite";
    /**
     * @description The token of a link.
     * @example {
     *       "token": "usr_01890a5d-ac96-774b-bcce-b302099a8057.ver_01890a5d-ac96-774b-bcce-b302099a8057.5Yq0cQfK0m2lqKzjv1y3mJb0m6c0y1sS0eJ3nq8b7aE"
     *     }
     */
    Link: {
      /** @description What stands behind the `#` of the link. */
      token: string;
    };
    /** @description What a record is linked with, on both sides. Nothing that is in the trash. */
    Linked: {
      /** @description Files that belong to it. */
      attachments: components["schemas"]["Attachment"][];
      /** @description Vaccines and other medical events that happened at it. */
      events: components["schemas"]["Event"][];
      /** @description Illnesses that it was about. */
      illnesses: components["schemas"]["Illness"][];
      /** @description Measurements that were taken at it. */
      measurements: components["schemas"]["Measurement"][];
      /** @description Visits that it belongs to. */
      visits: components["schemas"]["Visit"][];
    };
    /** @description The details of one of the kinds. In the document only: `kind` says which is read. */
    LinkedDetails:
      | components["schemas"]["MeasurementDetails"]
      | components["schemas"]["EventDetails"]
      | components["schemas"]["IllnessDetails"];
    /**
     * @description Kinds of records that are written with a visit.
     * @enum {string}
     */
    LinkedKind: "measurement" | "event" | "illness";
    /**
     * @description A change of a record that belongs to the visit.
     * @example {
     *       "details": {
     *         "date": "2026-02-10",
     *         "weight": {
     *           "unit": "kg",
     *           "value": 9.8
     *         }
     *       },
     *       "id": "mea_01890a5d-ac96-774b-bcce-b302099a8057",
     *       "kind": "measurement",
     *       "rev": null
     *     }
     */
    LinkedRecord: {
      details?: components["schemas"]["LinkedDetails"] | null;
      /** @description Its id; that of a new record is made by the client. */
      id: string;
      /** @description Its kind. */
      kind: components["schemas"]["LinkedKind"];
      /**
       * Format: int64
       * @description The revision that was read; null for a new record.
       */
      rev?: number | null;
    };
    /**
     * @description That the service answers.
     * @example {
     *       "status": "ok",
     *       "version": "0.1.0"
     *     }
     */
    Liveness: {
      /** @description Always `ok`. */
      status: string;
      /** @description The version of the product. */
      version: string;
    };
    /** @description Letters, as the mailer has found them. */
    MailHealth: {
      /**
       * Format: date-time
       * @description When the mailer last looked; absent: not for a day.
       */
      checked_at: string | null;
      /** @description Letters of the last 30 days that will never go out. */
      given_up: number;
      /** @description Whether letters go out, or none are meant to. */
      ok: boolean;
      /** @description Whether there is a mailer. */
      set_up: boolean;
      /**
       * Format: int64
       * @description Letters that are to be tried again.
       */
      waiting: number;
    };
    /** @example mai_01890a5d-ac96-774b-bcce-b302099a8057 */
    MailId: string;
    /**
     * @description Why a letter did not go out.
     * @enum {string}
     */
    MailProblem: "refused" | "not_set_up" | "throttled" | "unreachable" | "expired" | "interrupted";
    /** @description A family, as admins see it. Its members, children and records are the family's own. */
    ManagedFamily: {
      /** Format: date-time */
      created_at: string;
      id: components["schemas"]["FamilyId"];
      name: string;
      /**
       * Format: int32
       * @description How many owners it has.
       */
      owner_count: number;
    };
    /** @description A person with an account, as admins see them. */
    ManagedUser: {
      /** Format: date-time */
      created_at: string;
      /** @description Whether the account is switched off. */
      disabled: boolean;
      /**
       * Format: date-time
       * @description Since when it is.
       */
      disabled_at?: string | null;
      email: components["schemas"]["Email"];
      email_verified: boolean;
      /**
       * Format: int32
       * @description How many families the person is in.
       */
      family_count: number;
      id: components["schemas"]["UserId"];
      /**
       * Format: date-time
       * @description When the person last signed in with email and password.
       */
      last_sign_in_at?: string | null;
      name: string;
      /** Format: int64 */
      rev: number;
      role: components["schemas"]["InstanceRole"];
      /** @description Whether signing in asks for a code of an authenticator app. */
      second_factor: boolean;
    };
    /**
     * @description What admins decide about an account.
     * @example {
     *       "disabled": false,
     *       "role": "user"
     *     }
     */
    ManagedUserDetails: {
      /** @description Whether the account is switched off. Switching it off signs the person out everywhere. */
      disabled: boolean;
      /** @description Role in the instance. */
      role: components["schemas"]["InstanceRole"];
    };
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
    /** @description A medicine that is taken for a while; `date` is its first day, `ended_on` its last. */
    Medication: {
      dose?: components["schemas"]["Dose"] | null;
      /** @description Doses that were given, in the order they were. */
      given?: components["schemas"]["GivenDose"][];
      /**
       * Format: int32
       * @description Minutes that must lie between two doses, up to 30 days.
       */
      minutes_between?: number | null;
      /** @description When it is to be taken, in the family's words. */
      schedule?: string | null;
    };
    /**
     * @description A medicine that was given at a moment.
     * @example {
     *       "at": "2026-01-13T06:15:00Z",
     *       "dose": {
     *         "unit": "ml",
     *         "value": 5
     *       },
     *       "name": "Ibuprofen"
     *     }
     */
    MedicineGiven: {
      /**
       * Format: date-time
       * @description When.
       */
      at: string;
      dose?: components["schemas"]["Dose"] | null;
      /** @description Its name. */
      name: string;
    };
    /** @description A member of a family. */
    Member: {
      /**
       * Format: date-time
       * @description Since when the person belongs to the family.
       */
      created_at: string;
      email?: components["schemas"]["Email"] | null;
      /** @description The family. */
      family_id: components["schemas"]["FamilyId"];
      /** @description Whether the membership is paused. */
      frozen: boolean;
      /** @description What the person is called; absent once the account is closed. */
      name?: string | null;
      /** @description The only children whose record the member may see; `null`: all of them. */
      only_children?: components["schemas"]["ChildId"][] | null;
      /**
       * Format: int64
       * @description Counts the changes.
       */
      rev: number;
      /** @description What the member may do. */
      role: components["schemas"]["FamilyRole"];
      /** @description The person. */
      user_id: components["schemas"]["UserId"];
    };
    /**
     * @description What an owner decides about a member. All of it is said each time, so that nothing is lifted by leaving it out.
     * @example {
     *       "frozen": false,
     *       "only_children": null,
     *       "role": "viewer"
     *     }
     */
    MemberDetails: {
      /** @description Whether the membership is paused: it stays, and gives no access meanwhile. An owner's cannot be. */
      frozen: boolean;
      /** @description The only children whose record the member may see; `null`: all of them. Owners see all. */
      only_children: components["schemas"]["ChildId"][] | null;
      /** @description What the member may do. */
      role: components["schemas"]["FamilyRole"];
    };
    /**
     * @description What announces an attachment: its details, and what the file is.
     * @example {
     *       "checksum_sha256": "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
     *       "content_type": "image/jpeg",
     *       "kind": "photo",
     *       "notes": "The evening after the fall",
     *       "size": 482133,
     *       "tags": [
     *         "ankle"
     *       ],
     *       "title": "Swollen ankle"
     *     }
     */
    NewAttachment: {
      /** @description SHA-256 of the file's bytes, in Base64 with padding. */
      checksum_sha256: string;
      /** @description Type of the file. */
      content_type: components["schemas"]["ContentType"];
      /** @description What it shows. */
      kind: components["schemas"]["AttachmentKind"];
      /** @description Anything else. */
      notes?: string | null;
      record?: components["schemas"]["RecordRef"] | null;
      /**
       * Format: int64
       * @description Length of the file in bytes.
       */
      size: number;
      /** @description Words that group records. */
      tags?: string[];
      /** @description What it is called in lists. */
      title: string;
    };
    /**
     * @description What announces a picture of a child.
     * @example {
     *       "checksum_sha256": "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
     *       "content_type": "image/webp",
     *       "size": 18204
     *     }
     */
    NewAvatar: {
      /** @description SHA-256 of its bytes, in Base64 with padding. */
      checksum_sha256: string;
      /** @description JPEG, PNG or WebP. */
      content_type: components["schemas"]["ContentType"];
      /**
       * Format: int64
       * @description Length in bytes, at most 1 MB.
       */
      size: number;
    };
    /**
     * @description What to export.
     * @example {
     *       "children": null
     *     }
     */
    NewExport: {
      /** @description Only these children; absent: all that I see. */
      children?: components["schemas"]["ChildId"][] | null;
    };
    /** @description A new invitation. */
    NewInvite: components["schemas"]["Invite"] & {
      /**
       * @description The secret for the link `/invite#{token}`, shown this once. Absent where the same create had been made before:
       *     whoever has lost the first answer withdraws the invitation and makes another.
       */
      token?: string | null;
    };
    /**
     * @description A token and the password that it sets.
     * @example {
     *       "password": "quiet maple drum",
     *       "token": "usr_01890a5d-ac96-774b-bcce-b302099a8057.rst_01890a5d-ac96-774b-bcce-b302099a8057.5Yq0cQfK0m2lqKzjv1y3mJb0m6c0y1sS0eJ3nq8b7aE"
     *     }
     */
    NewPassword: {
      password: components["schemas"]["Password"];
      /** @description What stands behind the `#` of the link in the letter, or the code that an admin has handed over. */
      token: string;
    };
    /**
     * @description How far a person has come with the first steps; the app keeps it here so that it is the same on every device.
     * @example {
     *       "done": [
     *         "family",
     *         "child"
     *       ],
     *       "hidden": false
     *     }
     */
    Onboarding: {
      /** @description The steps that are done or passed over. */
      done: components["schemas"]["OnboardingStep"][];
      /** @description Whether the person has put the first steps away. */
      hidden: boolean;
    };
    /**
     * @description One of the first steps.
     * @enum {string}
     */
    OnboardingStep: "email" | "family" | "child" | "measurement" | "invite" | "preferences";
    /** @description The first view of a child. */
    Overview: {
      /** @description Visits to come without an outcome, the next one first. */
      appointments: components["schemas"]["Visit"][];
      /** @description The child. */
      child: components["schemas"]["Child"];
      /** @description The last and next of each thing. */
      last_and_next: components["schemas"]["LastAndNext"];
      /** @description What the caller may do in its family. */
      role: components["schemas"]["FamilyRole"];
      /** @description The first page of the child's timeline. */
      timeline: components["schemas"]["Page_Entry"];
      /** @description Visits before today of which the outcome is missing, newest first. */
      waiting_for_outcome: components["schemas"]["Visit"][];
    };
    /** @description A page of a list. */
    Page_AdminAct: {
      /** @description The entries. */
      items: {
        /** @description What was done. */
        action: components["schemas"]["AdminAction"];
        /** @description Who did it. */
        admin_id: components["schemas"]["UserId"];
        /** @description What that person was called then. */
        admin_name: string;
        /** @description What changed with it. */
        changes: components["schemas"]["AdminChange"][];
        /**
         * Format: date-time
         * @description When.
         */
        created_at: string;
        id: components["schemas"]["ActId"];
        /** @description Whom or what it concerned: the id of a person, a family or a letter; absent for the whole instance. */
        subject_id?: string | null;
        /** @description What that person or family was called then. */
        subject_name?: string | null;
      }[];
      /** @description Pass it as `cursor` to get the next page; absent at the end. */
      next?: string | null;
    };
    /** @description A page of a list. */
    Page_Attachment: {
      /** @description The entries. */
      items: {
        /** @description SHA-256 of its bytes, in Base64 with padding. */
        checksum_sha256: string;
        /** @example chi_01890a5d-ac96-774b-bcce-b302099a8057 */
        child_id: string;
        /** @description Its type. */
        content_type: components["schemas"]["ContentType"];
        /** Format: date-time */
        created_at: string;
        /** @example usr_01890a5d-ac96-774b-bcce-b302099a8057 */
        created_by: string;
        /** @example fam_01890a5d-ac96-774b-bcce-b302099a8057 */
        family_id: string;
        /** @example att_01890a5d-ac96-774b-bcce-b302099a8057 */
        id: string;
        /** @description What it shows. */
        kind: components["schemas"]["AttachmentKind"];
        /** @description Anything else. */
        notes: string | null;
        record: components["schemas"]["RecordRef"] | null;
        /** Format: int64 */
        rev: number;
        /**
         * Format: int64
         * @description Its length in bytes.
         */
        size: number;
        /** @description Whether the file has arrived. */
        state: components["schemas"]["FileState"];
        /** @description Words that group records. */
        tags: string[];
        /** @description What it is called in lists. */
        title: string;
        /** Format: date-time */
        updated_at: string;
        /** @example usr_01890a5d-ac96-774b-bcce-b302099a8057 */
        updated_by: string;
      }[];
      /** @description Pass it as `cursor` to get the next page; absent at the end. */
      next?: string | null;
    };
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
        avatar: components["schemas"]["Avatar"] | null;
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
    Page_Entry: {
      /** @description The entries. */
      items: (
        | {
            /** @enum {string} */
            kind: "visit";
            /** @description A visit. */
            record: components["schemas"]["Visit"];
          }
        | {
            /** @enum {string} */
            kind: "measurement";
            /** @description Measurements of one day. */
            record: components["schemas"]["Measurement"];
          }
        | {
            /** @enum {string} */
            kind: "event";
            /** @description A medical event. */
            record: components["schemas"]["Event"];
          }
        | {
            /** @enum {string} */
            kind: "illness";
            /** @description An illness. */
            record: components["schemas"]["Illness"];
          }
        | {
            /** @enum {string} */
            kind: "attachment";
            /** @description A file. */
            record: components["schemas"]["Attachment"];
          }
      )[];
      /** @description Pass it as `cursor` to get the next page; absent at the end. */
      next?: string | null;
    };
    /** @description A page of a list. */
    Page_Event: {
      /** @description The entries. */
      items: {
        allergy: components["schemas"]["Allergy"] | null;
        /** @example chi_01890a5d-ac96-774b-bcce-b302099a8057 */
        child_id: string;
        /** Format: date-time */
        created_at: string;
        /** @example usr_01890a5d-ac96-774b-bcce-b302099a8057 */
        created_by: string;
        /**
         * Format: date
         * @description The day, or the first day.
         */
        date: string;
        /**
         * Format: date
         * @description The last day of a medication, a condition, an allergy or a stay; absent while it goes on.
         */
        ended_on: string | null;
        /** @example fam_01890a5d-ac96-774b-bcce-b302099a8057 */
        family_id: string;
        /** @example evt_01890a5d-ac96-774b-bcce-b302099a8057 */
        id: string;
        measured_by: components["schemas"]["MeasuredBy"] | null;
        medication: components["schemas"]["Medication"] | null;
        /** @description The vaccine, medicine, substance, condition, procedure, stay or test by its name. */
        name: string;
        /**
         * Format: date-time
         * @description The earliest moment for the next dose of a running medication, where the time between doses is known.
         */
        next_possible_at: string | null;
        /** @description Anything else. */
        notes: string | null;
        /** @description What came of it. */
        outcome: string | null;
        /** @description Practice or hospital. */
        place: string | null;
        /** @description What a test said. */
        result: string | null;
        /** Format: int64 */
        rev: number;
        /** @description Words that group records. */
        tags: string[];
        /** @description What kind of event. */
        type: components["schemas"]["EventType"];
        /** Format: date-time */
        updated_at: string;
        /** @example usr_01890a5d-ac96-774b-bcce-b302099a8057 */
        updated_by: string;
        vaccine: components["schemas"]["Vaccine"] | null;
        visit_id: components["schemas"]["VisitId"] | null;
      }[];
      /** @description Pass it as `cursor` to get the next page; absent at the end. */
      next?: string | null;
    };
    /** @description A page of a list. */
    Page_FailedLetter: {
      /** @description The entries. */
      items: {
        /**
         * Format: int32
         * @description How often it was tried.
         */
        attempts: number;
        /**
         * Format: date-time
         * @description When it was written.
         */
        created_at: string;
        /**
         * Format: date-time
         * @description When it was given up.
         */
        failed_at: string;
        /** @description Its id. */
        id: components["schemas"]["MailId"];
        /** @description What kind of letter. */
        letter: components["schemas"]["LetterKind"];
        /** @description Why it did not go out. */
        reason: components["schemas"]["MailProblem"];
        /** @description To whom. */
        to: components["schemas"]["Email"];
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
    Page_Illness: {
      /** @description The entries. */
      items: {
        /** @example chi_01890a5d-ac96-774b-bcce-b302099a8057 */
        child_id: string;
        /** Format: date-time */
        created_at: string;
        /** @example usr_01890a5d-ac96-774b-bcce-b302099a8057 */
        created_by: string;
        /**
         * Format: int64
         * @description Days from the first to the last, both counted; absent while it goes on.
         */
        days: number | null;
        /**
         * Format: int32
         * @description Days of school or day care that were missed.
         */
        days_missed: number | null;
        /**
         * Format: date
         * @description Last day; absent while it goes on.
         */
        ended_on: string | null;
        /** @example fam_01890a5d-ac96-774b-bcce-b302099a8057 */
        family_id: string;
        /** @example ill_01890a5d-ac96-774b-bcce-b302099a8057 */
        id: string;
        measured_by: components["schemas"]["MeasuredBy"] | null;
        /** @description Medicines that were given. */
        medicines: components["schemas"]["MedicineGiven"][];
        /** @description Anything else. */
        notes: string | null;
        /** @description Its name, where it is none of the known types. */
        other_name: string | null;
        /** Format: int64 */
        rev: number;
        /**
         * Format: int32
         * @description From 1 (hardly noticed) to 10 (hospital).
         */
        severity: number | null;
        /**
         * Format: date
         * @description First day.
         */
        started_on: string;
        /** @description What the family noticed. */
        symptoms: string[];
        /** @description Words that group records. */
        tags: string[];
        /** @description Body temperatures, in the order they were taken. */
        temperatures: components["schemas"]["TemperatureReading"][];
        /** @description What it is, at least one. */
        types: components["schemas"]["IllnessType"][];
        /** Format: date-time */
        updated_at: string;
        /** @example usr_01890a5d-ac96-774b-bcce-b302099a8057 */
        updated_by: string;
        /** @description Visits that it led to. */
        visit_ids: components["schemas"]["VisitId"][];
      }[];
      /** @description Pass it as `cursor` to get the next page; absent at the end. */
      next?: string | null;
    };
    /** @description A page of a list. */
    Page_Invite: {
      /** @description The entries. */
      items: {
        /**
         * Format: date-time
         * @description Since when it is open.
         */
        created_at: string;
        /** @description Who invites. */
        created_by: components["schemas"]["UserId"];
        email?: components["schemas"]["Email"] | null;
        /**
         * Format: date-time
         * @description When it runs out.
         */
        expires_at: string;
        /** @description Into which family. */
        family_id: components["schemas"]["FamilyId"];
        /** @description Its id. */
        id: components["schemas"]["InviteId"];
        /** @description The only children whose record the invited person will see; absent: all. */
        only_children?: components["schemas"]["ChildId"][] | null;
        /**
         * Format: int64
         * @description Always 1: an invitation is withdrawn and made anew, never changed.
         */
        rev: number;
        /** @description What the invited person will be. */
        role: components["schemas"]["FamilyRole"];
      }[];
      /** @description Pass it as `cursor` to get the next page; absent at the end. */
      next?: string | null;
    };
    /** @description A page of a list. */
    Page_ManagedFamily: {
      /** @description The entries. */
      items: {
        /** Format: date-time */
        created_at: string;
        id: components["schemas"]["FamilyId"];
        name: string;
        /**
         * Format: int32
         * @description How many owners it has.
         */
        owner_count: number;
      }[];
      /** @description Pass it as `cursor` to get the next page; absent at the end. */
      next?: string | null;
    };
    /** @description A page of a list. */
    Page_ManagedUser: {
      /** @description The entries. */
      items: {
        /** Format: date-time */
        created_at: string;
        /** @description Whether the account is switched off. */
        disabled: boolean;
        /**
         * Format: date-time
         * @description Since when it is.
         */
        disabled_at?: string | null;
        email: components["schemas"]["Email"];
        email_verified: boolean;
        /**
         * Format: int32
         * @description How many families the person is in.
         */
        family_count: number;
        id: components["schemas"]["UserId"];
        /**
         * Format: date-time
         * @description When the person last signed in with email and password.
         */
        last_sign_in_at?: string | null;
        name: string;
        /** Format: int64 */
        rev: number;
        role: components["schemas"]["InstanceRole"];
        /** @description Whether signing in asks for a code of an authenticator app. */
        second_factor: boolean;
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
    Page_Member: {
      /** @description The entries. */
      items: {
        /**
         * Format: date-time
         * @description Since when the person belongs to the family.
         */
        created_at: string;
        email?: components["schemas"]["Email"] | null;
        /** @description The family. */
        family_id: components["schemas"]["FamilyId"];
        /** @description Whether the membership is paused. */
        frozen: boolean;
        /** @description What the person is called; absent once the account is closed. */
        name?: string | null;
        /** @description The only children whose record the member may see; `null`: all of them. */
        only_children?: components["schemas"]["ChildId"][] | null;
        /**
         * Format: int64
         * @description Counts the changes.
         */
        rev: number;
        /** @description What the member may do. */
        role: components["schemas"]["FamilyRole"];
        /** @description The person. */
        user_id: components["schemas"]["UserId"];
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
    /** @description A page of a list. */
    Page_Visit: {
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
         * @description The day, a calendar date.
         */
        date: string;
        dental: components["schemas"]["Dental"] | null;
        /** @description Who sees the child. */
        doctor: string | null;
        /** @description Nothing more is to be entered, even where no outcome is. */
        done: boolean;
        /** @example fam_01890a5d-ac96-774b-bcce-b302099a8057 */
        family_id: string;
        /** @example vis_01890a5d-ac96-774b-bcce-b302099a8057 */
        id: string;
        injury: components["schemas"]["Injury"] | null;
        measured_by: components["schemas"]["MeasuredBy"] | null;
        /** @description Anything else. */
        notes: string | null;
        /** @description What came out of it. */
        outcome: string | null;
        /** @description Practice, hospital or whatever the family calls the place. */
        place: string | null;
        /** @description Medicines that were prescribed. */
        prescriptions: components["schemas"]["Prescription"][];
        /** @description Why the child is taken there. */
        reason: string | null;
        /** Format: int64 */
        rev: number;
        /** @description Words that group records. */
        tags: string[];
        /**
         * @description Time of the day where the visit takes place.
         * @example 09:30
         */
        time: string | null;
        /** @description What the family calls the visit. */
        title: string | null;
        /** @description What kind of visit. */
        type: components["schemas"]["VisitType"];
        /** Format: date-time */
        updated_at: string;
        /** @example usr_01890a5d-ac96-774b-bcce-b302099a8057 */
        updated_by: string;
        vision: components["schemas"]["Vision"] | null;
        vitals: components["schemas"]["Vitals"] | null;
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
     * @description The password as it is and as it shall be.
     * @example {
     *       "current_password": "brisk otter lamp",
     *       "new_password": "quiet maple drum",
     *       "session": "token"
     *     }
     */
    PasswordChange: {
      current_password: components["schemas"]["Password"];
      new_password: components["schemas"]["Password"];
      session: components["schemas"]["SessionKind"];
    };
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
    /** @description A medicine that was prescribed. */
    Prescription: {
      /** @description How much at a time, as it stands on the prescription. */
      dose?: string | null;
      /** @description For how long. */
      duration?: string | null;
      /** @description How often. */
      frequency?: string | null;
      /** @description Its name. */
      medicine: string;
    };
    /**
     * @description The secret of an invitation.
     * @example {
     *       "token": "fam_01890a5d-ac96-774b-bcce-b302099a8057.inv_01890a5d-ac96-774b-bcce-b302099a8057.c2l4dGVlbiBieXRlcyB0d2ljZSBtYWtlIGEgc2VjcmU"
     *     }
     */
    PresentedInvite: {
      /** @description The end of the link, after the `#`. */
      token: components["schemas"]["InviteToken"];
    };
    /** @description What a file holds. */
    Preview: {
      /** @description Its children, the first hundred. */
      children: components["schemas"]["PreviewedChild"][];
      /** @description Records by kind. */
      counts: components["schemas"]["Counts"];
      /**
       * Format: int32
       * @description Minutes by which the zone of the server that wrote the dates is east of UTC. Only for the origin's file.
       */
      zone_minutes?: number | null;
    };
    /** @description A child in a file. */
    PreviewedChild: {
      /**
       * Format: date
       * @description Its day of birth.
       */
      date_of_birth: string;
      /** @description Whether the family has it already; then its details stay as they are, and records that are missing are added. */
      exists: boolean;
      /** @description The id that it has in the file, or that it will get. */
      id: components["schemas"]["ChildId"];
      /** @description Its name. */
      name: string;
      /**
       * Format: int64
       * @description Its records in the file.
       */
      records: number;
    };
    /** @description Why a job cannot go on. */
    Problem: {
      /**
       * @description A stable code for programs.
       * @example not_a_zip
       */
      code: string;
      /** @description A sentence for a person. */
      text: string;
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
    /** @description How far a job is. */
    Progress: {
      /**
       * Format: int64
       * @description So much is done.
       */
      done: number;
      /**
       * Format: int64
       * @description Of so much, once that is known.
       */
      total?: number | null;
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
    /**
     * @description Kinds of records.
     * @enum {string}
     */
    RecordKind: "visit" | "measurement" | "event" | "illness" | "attachment";
    /** @example vis_01890a5d-ac96-774b-bcce-b302099a8057 */
    RecordRef: string;
    /** @description Codes for when the app is lost. */
    RecoveryCodes: {
      /** @description Each signs in once in place of a code of the app. */
      recovery_codes: string[];
    };
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
      invite?: components["schemas"]["InviteToken"] | null;
      /**
       * @description What others see.
       * @example Ana
       */
      name: string;
      password: components["schemas"]["Password"];
      session: components["schemas"]["SessionKind"];
    };
    /**
     * @description Who may sign up. The first person of an instance always may, since somebody has to set it up.
     * @enum {string}
     */
    RegistrationMode: "open" | "invite_only" | "closed";
    /** @description What became of the records. */
    Report: {
      /**
       * Format: int64
       * @description Records that were written; children and attachments count as such.
       * @default 0
       */
      created: number;
      /**
       * Format: int64
       * @description Records that were there with other content, and were left as they are.
       * @default 0
       */
      kept: number;
      /**
       * Format: int64
       * @description Records that were there with the same content.
       * @default 0
       */
      known: number;
      /**
       * Format: int64
       * @description Records that an undo has left, since somebody has changed them.
       * @default 0
       */
      left: number;
      /**
       * Format: int64
       * @description Warnings beyond those.
       * @default 0
       */
      more_warnings: number;
      /**
       * Format: int64
       * @description Records that cannot be accepted.
       * @default 0
       */
      refused: number;
      /**
       * Format: int64
       * @description Records that an undo has taken away again.
       * @default 0
       */
      removed: number;
      /**
       * @description Warnings, the first sixty.
       * @default []
       */
      warnings: components["schemas"]["Warning"][];
    };
    /** @description A code with which somebody sets a new password, once. */
    ResetCode: {
      /** @description Shown this once. Whoever has it can take the account over, so hand it to nobody but the person. */
      code: string;
      /**
       * Format: date-time
       * @description Until when it can be used.
       */
      expires_at: string;
    };
    /**
     * @description The address of an account.
     * @example {
     *       "email": "ana@example.org"
     *     }
     */
    ResetRequest: {
      email: components["schemas"]["Email"];
    };
    /**
     * @description What is searched for. A record is found if all of it holds.
     *
     *     Texts and tags are health data, so they travel in a body and never in an address.
     * @example {
     *       "from": "2025-01-01",
     *       "kinds": [
     *         "illness",
     *         "visit"
     *       ],
     *       "limit": 20,
     *       "tags": [
     *         "winter"
     *       ],
     *       "text": "ear ibuprofen"
     *     }
     */
    Search: {
      child?: components["schemas"]["ChildId"] | null;
      /** @description Where the page before ended: its `next`. The rest of the search must be the same. */
      cursor?: string | null;
      /**
       * Format: date
       * @description First day.
       */
      from?: string | null;
      /** @description Only these kinds; all where left out. */
      kinds?: components["schemas"]["RecordKind"][];
      /**
       * Format: int64
       * @description How many entries at most, 1 to 100; 20 where left out.
       */
      limit?: number | null;
      /** @description The record has all these tags; case and accents do not matter. */
      tags?: string[];
      /** @description Each of these words must occur somewhere in the record; case and accents do not matter. At most 20 words. */
      text?: string | null;
      /**
       * Format: date
       * @description Last day.
       */
      to?: string | null;
      /** @description One of these types, in the words of the kinds. */
      types?: string[];
    };
    /** @description What was found. */
    SearchPage: {
      /** @description Children in whose names, notes or allergies all the words occur; only on the first page of a search for a text alone. */
      children: components["schemas"]["Child"][];
      /** @description Records, newest first. A page may be shorter than `limit` while `next` is set. */
      items: components["schemas"]["Entry"][];
      /** @description Pass it as `cursor` to go on; absent at the end. */
      next?: string | null;
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
    /** @description The settings as they are, or as they are where nobody has decided yet. */
    Settings: {
      /** @description Who may sign up. */
      registration: components["schemas"]["RegistrationMode"];
      /**
       * Format: int64
       * @description Counts the changes; 0 before the first.
       */
      rev: number;
    };
    /**
     * @description What `PUT` takes for the settings.
     * @example {
     *       "registration": "invite_only"
     *     }
     */
    SettingsDetails: {
      /** @description Who may sign up. */
      registration: components["schemas"]["RegistrationMode"];
    };
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
    /** @description Kinds of files that can be imported. */
    Source:
      | {
          /** @enum {string} */
          kind: "trajectory";
        }
      | {
          /** @enum {string} */
          kind: "origin";
        }
      | (components["schemas"]["CsvMapping"] & {
          /** @enum {string} */
          kind: "csv";
        });
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
    /** @description Counters, or a change of them. */
    Statistics: {
      /**
       * Format: int64
       * @description Files that were completely uploaded.
       * @default 0
       */
      attachments: number;
      /**
       * Format: int64
       * @description Bytes of those files.
       * @default 0
       */
      bytes: number;
      /**
       * Format: int64
       * @description Children.
       * @default 0
       */
      children: number;
      /**
       * Format: int64
       * @description Medical events.
       * @default 0
       */
      events: number;
      /**
       * Format: int64
       * @description Families.
       * @default 0
       */
      families: number;
      /**
       * Format: int64
       * @description Illnesses.
       * @default 0
       */
      illnesses: number;
      /**
       * Format: int64
       * @description Sets of measurements.
       * @default 0
       */
      measurements: number;
      /**
       * Format: int64
       * @description People with an account.
       * @default 0
       */
      users: number;
      /**
       * Format: int64
       * @description Visits and appointments.
       * @default 0
       */
      visits: number;
    };
    /** @description The table. Without it there is no answer at all. */
    TableHealth: {
      /**
       * Format: int64
       * @description How long it took to answer.
       */
      milliseconds: number;
    };
    /**
     * @description A body temperature as typed.
     * @example {
     *       "unit": "c",
     *       "value": 38.5
     *     }
     */
    Temperature: {
      unit: components["schemas"]["TemperatureUnit"];
      /**
       * Format: double
       * @description Between 25 and 45 degrees Celsius, with at most 4 decimals.
       */
      value: number;
    };
    /**
     * @description Units of body temperature.
     * @enum {string}
     */
    TemperaturePreference: "c" | "f";
    /**
     * @description A body temperature at a moment.
     * @example {
     *       "at": "2026-01-13T06:10:00Z",
     *       "temperature": {
     *         "unit": "c",
     *         "value": 38.6
     *       }
     *     }
     */
    TemperatureReading: {
      /**
       * Format: date-time
       * @description When it was taken.
       */
      at: string;
      /** @description What the thermometer said. */
      temperature: components["schemas"]["Temperature"];
    };
    /**
     * @description Units of body temperature.
     * @enum {string}
     */
    TemperatureUnit: "c" | "f";
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
    /** @description A child's year. */
    Total: {
      child_id: components["schemas"]["ChildId"];
      /** @description Days with at least one illness. */
      days_ill: number;
      /** @description Illnesses with at least one day in the year. */
      episodes: number;
    };
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
    /** @description How to upload a file. Any other length, type or content is refused by the store itself. */
    Upload: {
      /**
       * Format: date-time
       * @description Until then.
       */
      expires_at: string;
      /** @description With these headers, and a `content-length` of the declared size (HTTP clients set that one themselves). */
      headers: {
        [key: string]: string;
      };
      /**
       * @description With this method.
       * @example PUT
       */
      method: string;
      /** @description Send the bytes there. Whoever has this address may. */
      url: string;
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
      /** Format: date-time */
      last_sign_in_at?: string | null;
      name: string;
      onboarding: components["schemas"]["Onboarding"];
      preferences: components["schemas"]["Preferences"];
      /** Format: int64 */
      rev: number;
      role: components["schemas"]["InstanceRole"];
      /** @description Whether a code is asked for beside the password. */
      second_factor: boolean;
    };
    /** @example usr_01890a5d-ac96-774b-bcce-b302099a8057 */
    UserId: string;
    /** @description A person with an account, with what can be told of them without looking into a family. */
    UserOverview: {
      /** @description The families that the person belongs to. */
      family_ids: components["schemas"]["FamilyId"][];
      /**
       * Format: date-time
       * @description When one of these devices last asked for access.
       */
      last_used_at?: string | null;
      /** @description On how many devices the person is signed in. */
      session_count: number;
      user: components["schemas"]["ManagedUser"];
    };
    /**
     * @description A search for people. It travels in a body, since names and addresses have no place in a URL.
     * @example {
     *       "limit": 20,
     *       "status": "enabled",
     *       "text": "garcia"
     *     }
     */
    UserSearch: {
      /** @description Where the page before ended: its `next`. */
      cursor?: string | null;
      /**
       * Format: int32
       * @description How many entries at most, 1 to 100.
       * @default 20
       */
      limit: number;
      role?: components["schemas"]["InstanceRole"] | null;
      status?: components["schemas"]["UserStatus"] | null;
      /** @description Words that stand in the name, the email or the id; case and accents do not matter. Each of them must be found. */
      text: string;
    };
    /**
     * @description Which accounts.
     * @enum {string}
     */
    UserStatus: "enabled" | "disabled";
    /**
     * @description When a vaccine is given.
     * @enum {string}
     */
    Usual: "routine" | "travel" | "special";
    /** @description A dose of a vaccine. */
    Vaccine: {
      /**
       * @description Code of the product in the CDC's CVX code set, where known.
       * @example 03
       */
      cvx?: string | null;
      /** @description What it protects against. */
      diseases?: string[];
      /**
       * Format: int32
       * @description Which dose of the series, 1 to 20.
       */
      dose_number?: number | null;
      /** @description Who gave it. */
      given_by?: string | null;
      /** @description Lot number on the package. */
      lot?: string | null;
      /** @description Who made it. */
      manufacturer?: string | null;
      /** @description Why it was not given; absent where it was. */
      not_given?: string | null;
      /** @description How the child took it. */
      reaction?: string | null;
      site?: components["schemas"]["VaccineSite"] | null;
    };
    /** @description A vaccine (or an antibody that is given like one) as a family picks it, in the project's own words. */
    VaccineProduct: {
      /** @description Whether it joins what is also given apart. */
      combined: boolean;
      /**
       * @description Its code in the CVX code set.
       * @example 03
       */
      cvx: string;
      /** @description What it protects against. */
      diseases: string[];
      /**
       * @description What to call it.
       * @example Chickenpox
       */
      name: string;
      /** @description When it is given. */
      usual: components["schemas"]["Usual"];
    };
    /**
     * @description Where a vaccine is given.
     * @enum {string}
     */
    VaccineSite:
      "left_thigh" | "right_thigh" | "left_arm" | "right_arm" | "mouth" | "nose" | "other";
    /** @description Vaccines to pick from. */
    Vaccines: {
      /** @description In the order in which they are usually given. */
      items: components["schemas"]["VaccineProduct"][];
    };
    /** @description What is deployed. A deployment that was not finished shows here. */
    Versions: {
      /** @description Of the function that answers. */
      api: string;
      /** @description Of the mailer. */
      mailer: string | null;
      /** @description Migrations that `trajectory-migrate apply` has not finished. Records are upgraded when they are read all the same. */
      pending_migrations: string[];
      /** @description Of the sweeper. */
      sweeper: string | null;
    };
    /** @description An eye examination. */
    Vision: {
      /** @description Contact lenses were ordered. */
      contacts_ordered?: boolean;
      /** @description Glasses were ordered. */
      glasses_ordered?: boolean;
      left?: components["schemas"]["Eye"] | null;
      right?: components["schemas"]["Eye"] | null;
    };
    Visit: {
      /** @example chi_01890a5d-ac96-774b-bcce-b302099a8057 */
      child_id: string;
      /** Format: date-time */
      created_at: string;
      /** @example usr_01890a5d-ac96-774b-bcce-b302099a8057 */
      created_by: string;
      /**
       * Format: date
       * @description The day, a calendar date.
       */
      date: string;
      dental: components["schemas"]["Dental"] | null;
      /** @description Who sees the child. */
      doctor: string | null;
      /** @description Nothing more is to be entered, even where no outcome is. */
      done: boolean;
      /** @example fam_01890a5d-ac96-774b-bcce-b302099a8057 */
      family_id: string;
      /** @example vis_01890a5d-ac96-774b-bcce-b302099a8057 */
      id: string;
      injury: components["schemas"]["Injury"] | null;
      measured_by: components["schemas"]["MeasuredBy"] | null;
      /** @description Anything else. */
      notes: string | null;
      /** @description What came out of it. */
      outcome: string | null;
      /** @description Practice, hospital or whatever the family calls the place. */
      place: string | null;
      /** @description Medicines that were prescribed. */
      prescriptions: components["schemas"]["Prescription"][];
      /** @description Why the child is taken there. */
      reason: string | null;
      /** Format: int64 */
      rev: number;
      /** @description Words that group records. */
      tags: string[];
      /**
       * @description Time of the day where the visit takes place.
       * @example 09:30
       */
      time: string | null;
      /** @description What the family calls the visit. */
      title: string | null;
      /** @description What kind of visit. */
      type: components["schemas"]["VisitType"];
      /** Format: date-time */
      updated_at: string;
      /** @example usr_01890a5d-ac96-774b-bcce-b302099a8057 */
      updated_by: string;
      vision: components["schemas"]["Vision"] | null;
      vitals: components["schemas"]["Vitals"] | null;
    };
    /**
     * @description What is known of a visit. A date to come makes it an appointment.
     *
     *     Measurements, vaccines and illnesses that were found at a visit are records of their own that name it;
     *     they can be written in one save with it, see `records` of the create and replace operations.
     * @example {
     *       "date": "2026-02-10",
     *       "doctor": "Dr. Hale",
     *       "outcome": "All well.",
     *       "place": "Children's practice",
     *       "tags": [
     *         "check-up"
     *       ],
     *       "time": "09:30",
     *       "title": "Check-up at one year",
     *       "type": "wellness",
     *       "vitals": {
     *         "heart_rate": 112,
     *         "temperature": {
     *           "unit": "c",
     *           "value": 36.8
     *         }
     *       }
     *     }
     */
    VisitBody: {
      /**
       * Format: date
       * @description The day, a calendar date.
       */
      date: string;
      dental?: components["schemas"]["Dental"] | null;
      /** @description Who sees the child. */
      doctor?: string | null;
      /** @description Nothing more is to be entered, even where no outcome is. */
      done?: boolean;
      injury?: components["schemas"]["Injury"] | null;
      measured_by?: components["schemas"]["MeasuredBy"] | null;
      /** @description Anything else. */
      notes?: string | null;
      /** @description What came out of it. */
      outcome?: string | null;
      /** @description Practice, hospital or whatever the family calls the place. */
      place?: string | null;
      /** @description Medicines that were prescribed. */
      prescriptions?: components["schemas"]["Prescription"][];
      /** @description Why the child is taken there. */
      reason?: string | null;
      /** @description Changes of records that belong to the visit, made in one transaction with it. Those not named stay. */
      records?: components["schemas"]["LinkedRecord"][];
      /** @description Words that group records. */
      tags?: string[];
      /**
       * @description Time of the day where the visit takes place.
       * @example 09:30
       */
      time?: string | null;
      /** @description What the family calls the visit. */
      title?: string | null;
      /** @description What kind of visit. */
      type: components["schemas"]["VisitType"];
      vision?: components["schemas"]["Vision"] | null;
      vitals?: components["schemas"]["Vitals"] | null;
    };
    /** @example vis_01890a5d-ac96-774b-bcce-b302099a8057 */
    VisitId: string;
    /**
     * @description Kinds of visits.
     * @enum {string}
     */
    VisitType: "wellness" | "sick" | "injury" | "vision" | "dental" | "specialist";
    /** @description Vital signs, at least one of them. */
    Vitals: {
      blood_pressure?: components["schemas"]["BloodPressure"] | null;
      /**
       * Format: int32
       * @description Beats a minute, 20 to 300.
       */
      heart_rate?: number | null;
      /**
       * Format: int32
       * @description Per cent, 50 to 100.
       */
      oxygen_saturation?: number | null;
      temperature?: components["schemas"]["Temperature"] | null;
    };
    /** @description Something in a file that a person should know of. */
    Warning: {
      /** @description A stable code for programs. */
      code: string;
      /** @description Where: part of the file and place in it, such as `measurements[12].date`. */
      place: string;
      /** @description A sentence for a person. */
      text: string;
    };
    /** @description What stands between a person and closing their account. */
    WaysOut: {
      /** @description Families that they would leave. */
      leaves: components["schemas"]["Family"][];
      /** @description Families of which they are the only owner: to be handed over or deleted first. */
      sole_owner_of: components["schemas"]["Family"][];
    };
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
  read_closing: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The families that I must hand over or delete first, and those that I would leave */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["WaysOut"];
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
  leave_families: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description I belong to no family now */
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
      /** @description I am the only owner of a family */
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
  replace_onboarding: {
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
        "application/json": components["schemas"]["Onboarding"];
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
  list_acts: {
    parameters: {
      query?: {
        /** @description How many entries at most, 1 to 100. */
        limit?: number;
        /** @description Where the page before ended: its `next`. */
        cursor?: string;
      };
      header?: never;
      path?: never;
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
          "application/json": components["schemas"]["Page_AdminAct"];
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
      /** @description I am not an admin */
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
  list_all_families: {
    parameters: {
      query?: {
        /** @description How many entries at most, 1 to 100. */
        limit?: number;
        /** @description Where the page before ended: its `next`. */
        cursor?: string;
      };
      header?: never;
      path?: never;
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
          "application/json": components["schemas"]["Page_ManagedFamily"];
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
      /** @description I am not an admin */
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
  search_all_families: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["FamilySearch"];
      };
    };
    responses: {
      /** @description A page; it may be shorter than `limit` while `next` is set */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Page_ManagedFamily"];
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
      /** @description I am not an admin */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description Too many searches */
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
  read_any_family: {
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
          "application/json": components["schemas"]["ManagedFamily"];
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
      /** @description I am not an admin */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description No such family */
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
  delete_any_family: {
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
      /** @description The family will be gone within seconds */
      202: {
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
      /** @description I am not an admin */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description No such family */
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
  read_health: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description How it is; `ok` says whether all of it is well */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Health"];
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
      /** @description I am not an admin */
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
  list_failed_mail: {
    parameters: {
      query?: {
        /** @description How many entries at most, 1 to 100. */
        limit?: number;
        /** @description Where the page before ended: its `next`. */
        cursor?: string;
      };
      header?: never;
      path?: never;
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
          "application/json": components["schemas"]["Page_FailedLetter"];
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
      /** @description I am not an admin */
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
  delete_failed_mail: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        mail_id: components["schemas"]["MailId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Taken off */
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
      /** @description I am not an admin */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description No such letter */
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
  read_settings: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The settings */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Settings"];
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
      /** @description I am not an admin */
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
  replace_settings: {
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
        "application/json": components["schemas"]["SettingsDetails"];
      };
    };
    responses: {
      /** @description The settings as they are now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Settings"];
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
      /** @description I am not an admin */
      403: {
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
  read_statistics: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description How much there is of each kind */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Statistics"];
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
      /** @description I am not an admin */
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
  list_users: {
    parameters: {
      query?: {
        /** @description How many entries at most, 1 to 100. */
        limit?: number;
        /** @description Where the page before ended: its `next`. */
        cursor?: string;
        /** @description Only these accounts. */
        status?: "enabled" | "disabled";
        /** @description Only people with this role. */
        role?: "user" | "admin";
      };
      header?: never;
      path?: never;
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
          "application/json": components["schemas"]["Page_ManagedUser"];
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
      /** @description I am not an admin */
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
  search_users: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["UserSearch"];
      };
    };
    responses: {
      /** @description A page; it may be shorter than `limit` while `next` is set */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Page_ManagedUser"];
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
      /** @description I am not an admin */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description Too many searches */
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
  read_user: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        user_id: components["schemas"]["UserId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The account */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["UserOverview"];
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
      /** @description I am not an admin */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description No such account */
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
  replace_user: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag that was read */
        "If-Match"?: string | null;
      };
      path: {
        user_id: components["schemas"]["UserId"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["ManagedUserDetails"];
      };
    };
    responses: {
      /** @description The account as it is now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ManagedUser"];
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
      /** @description I am not an admin */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description No such account */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description Nobody would be left who can manage the instance */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description Changed meanwhile; `details.current` is the account as it is now */
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
  delete_user: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag that was read */
        "If-Match"?: string | null;
      };
      path: {
        user_id: components["schemas"]["UserId"];
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
      /** @description I am not an admin */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description No such account */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description Nobody would be left who can manage the instance */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description Changed meanwhile; `details.current` is the account as it is now */
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
  create_reset_code: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        user_id: components["schemas"]["UserId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The code */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ResetCode"];
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
      /** @description I am not an admin */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description No such account */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description Too many codes */
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
  delete_user_second_factor: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        user_id: components["schemas"]["UserId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The password alone signs in */
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
      /** @description I am not an admin */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description No such account, or it has no second factor */
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
  sign_out_user: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        user_id: components["schemas"]["UserId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Signed out */
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
      /** @description I am not an admin */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description No such account */
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
  close_account: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["Closing"];
      };
    };
    responses: {
      /** @description Closed */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The password is another */
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
      /** @description I belong to a family still, or am an admin */
      409: {
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
  change_email: {
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
        "application/json": components["schemas"]["EmailChange"];
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
      /** @description The password is another, or the email cannot be accepted */
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
      /** @description Another account has this email */
      409: {
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
      /** @description Email and password do not belong together, or the code of the second factor is missing or wrong */
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
  change_password: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["PasswordChange"];
      };
    };
    responses: {
      /** @description Changed; this is the caller's new session */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["SignedIn"];
        };
      };
      /** @description The current password is another, or the new one is easy to guess */
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
  request_password_reset: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["ResetRequest"];
      };
    };
    responses: {
      /** @description If there is such an account, a letter is on its way */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Not an email */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description Too many requests from this network */
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
  reset_password: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewPassword"];
      };
    };
    responses: {
      /** @description Set; sign in with it */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The token was used or has run out, or the password is easy to guess */
      400: {
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
      /** @description The instance asks for an invitation, and this one is used, withdrawn or run out */
      404: {
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
  create_second_factor: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["FactorRequest"];
      };
    };
    responses: {
      /** @description The secret for the app, shown this once */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["FactorSecret"];
        };
      };
      /** @description The password is another */
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
      /** @description There is one already */
      409: {
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
  delete_second_factor: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["FactorRequest"];
      };
    };
    responses: {
      /** @description The password alone signs in */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The password is another */
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
      /** @description There is none */
      404: {
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
  confirm_second_factor: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["FactorCode"];
      };
    };
    responses: {
      /** @description It is asked for from now on */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["RecoveryCodes"];
        };
      };
      /** @description The code is not right */
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
      /** @description None is being set up */
      404: {
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
  sign_out_everywhere: {
    parameters: {
      query?: {
        /** @description Whether the session that asks goes on. It then needs the access token of the answer. */
        keep_current?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The others have ended; this one goes on with this token */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AccessToken"];
        };
      };
      /** @description All have ended */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
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
  send_verification: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The letter is on its way */
      202: {
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
      /** @description Too many letters */
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
  verify_email: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["Link"];
      };
    };
    responses: {
      /** @description Confirmed */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The link has run out, or belongs to another address */
      400: {
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
  list_attachments: {
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
        /** @description Only records of this type, one of the words that the kind knows. Such a page may be shorter than `limit`. */
        type?: string;
        /** @description Only this child. */
        child?: string;
        /** @description Only what belongs to this record. */
        record?: string;
      };
      header?: never;
      path: {
        child_id: components["schemas"]["ChildId"];
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
          "application/json": components["schemas"]["Page_Attachment"];
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
  create_attachment: {
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
        "application/json": components["schemas"]["NewAttachment"];
      };
    };
    responses: {
      /** @description The same create had been made before */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Announced"];
        };
      };
      /** @description Announced */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Announced"];
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
  read_attachment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        child_id: components["schemas"]["ChildId"];
        attachment_id: components["schemas"]["AttachmentId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The attachment */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Attachment"];
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
      /** @description No attachment of this child, or its file has not arrived */
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
  replace_attachment: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag that was read */
        "If-Match"?: string | null;
      };
      path: {
        child_id: components["schemas"]["ChildId"];
        attachment_id: components["schemas"]["AttachmentId"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["AttachmentDetails"];
      };
    };
    responses: {
      /** @description The attachment as it is now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Attachment"];
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
      /** @description No attachment of this child, or its file has not arrived */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description Changed meanwhile; `details.current` is the attachment as it is now */
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
  delete_attachment: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag that was read */
        "If-Match"?: string | null;
      };
      path: {
        child_id: components["schemas"]["ChildId"];
        attachment_id: components["schemas"]["AttachmentId"];
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
      /** @description No attachment of this child, or its file has not arrived */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description Changed meanwhile; `details.current` is the attachment as it is now */
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
  complete_attachment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        child_id: components["schemas"]["ChildId"];
        attachment_id: components["schemas"]["AttachmentId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The attachment, ready; completed once more, it is the same */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Attachment"];
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
      /** @description Not announced for this child, or more than an hour ago */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description `not_uploaded`: the file has not arrived */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description The file cannot be kept: `not_what_was_declared`, `gps_in_image`, `image_too_large` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
    };
  };
  read_attachment_file: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        child_id: components["schemas"]["ChildId"];
        attachment_id: components["schemas"]["AttachmentId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The address */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Download"];
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
      /** @description No attachment of this child, or its file has not arrived */
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
  read_avatar: {
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
      /** @description The address */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Download"];
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
      /** @description No child of mine, or it has no picture */
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
  create_avatar: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        child_id: components["schemas"]["ChildId"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewAvatar"];
      };
    };
    responses: {
      /** @description Announced; what is not completed within an hour is gone */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AnnouncedAvatar"];
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
    };
  };
  delete_avatar: {
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
      /** @description It has none any more */
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
    };
  };
  complete_avatar: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        child_id: components["schemas"]["ChildId"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["ArrivedAvatar"];
      };
    };
    responses: {
      /** @description The child with its picture; completed once more, it is the same */
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
      /** @description Not announced for this child, or more than an hour ago */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description `not_uploaded`: the picture has not arrived */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description It cannot be kept: `not_what_was_declared`, `gps_in_image`, `not_an_avatar` */
      422: {
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
      header?: {
        /** @description The ETag that was read */
        "If-None-Match"?: string | null;
      };
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
      /** @description Nothing has changed */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
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
  list_illnesses: {
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
        /** @description Only records of this type, one of the words that the kind knows. Such a page may be shorter than `limit`. */
        type?: string;
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
          "application/json": components["schemas"]["Page_Illness"];
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
  create_illness: {
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
        "application/json": components["schemas"]["IllnessDetails"];
      };
    };
    responses: {
      /** @description The same create had been made before */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Illness"];
        };
      };
      /** @description Entered */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Illness"];
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
  read_illness: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        child_id: components["schemas"]["ChildId"];
        illness_id: components["schemas"]["IllnessId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As it is now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Illness"];
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
      /** @description No illness of this child */
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
  replace_illness: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag that was read */
        "If-Match"?: string | null;
      };
      path: {
        child_id: components["schemas"]["ChildId"];
        illness_id: components["schemas"]["IllnessId"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["IllnessDetails"];
      };
    };
    responses: {
      /** @description As it is now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Illness"];
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
      /** @description No illness of this child */
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
  delete_illness: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag that was read */
        "If-Match"?: string | null;
      };
      path: {
        child_id: components["schemas"]["ChildId"];
        illness_id: components["schemas"]["IllnessId"];
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
      /** @description No illness of this child */
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
  add_medicine: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        child_id: components["schemas"]["ChildId"];
        illness_id: components["schemas"]["IllnessId"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["MedicineGiven"];
      };
    };
    responses: {
      /** @description The illness as it is now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Illness"];
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
      /** @description No illness of this child */
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
  add_temperature: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        child_id: components["schemas"]["ChildId"];
        illness_id: components["schemas"]["IllnessId"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["TemperatureReading"];
      };
    };
    responses: {
      /** @description The illness as it is now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Illness"];
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
      /** @description No illness of this child */
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
  read_linked: {
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
      /** @description What it is linked with */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Linked"];
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
      /** @description No record of this child */
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
        /** @description Only records of this type, one of the words that the kind knows. Such a page may be shorter than `limit`. */
        type?: string;
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
      /** @description As it is now */
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
      /** @description As it is now */
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
  list_medical_events: {
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
        /** @description Only records of this type, one of the words that the kind knows. Such a page may be shorter than `limit`. */
        type?: string;
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
          "application/json": components["schemas"]["Page_Event"];
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
  create_medical_event: {
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
        "application/json": components["schemas"]["EventDetails"];
      };
    };
    responses: {
      /** @description The same create had been made before */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Event"];
        };
      };
      /** @description Entered */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Event"];
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
  read_medical_event: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        child_id: components["schemas"]["ChildId"];
        event_id: components["schemas"]["EventId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As it is now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Event"];
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
      /** @description No medical event of this child */
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
  replace_medical_event: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag that was read */
        "If-Match"?: string | null;
      };
      path: {
        child_id: components["schemas"]["ChildId"];
        event_id: components["schemas"]["EventId"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["EventDetails"];
      };
    };
    responses: {
      /** @description As it is now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Event"];
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
      /** @description No medical event of this child */
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
  delete_medical_event: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag that was read */
        "If-Match"?: string | null;
      };
      path: {
        child_id: components["schemas"]["ChildId"];
        event_id: components["schemas"]["EventId"];
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
      /** @description No medical event of this child */
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
  add_dose: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        child_id: components["schemas"]["ChildId"];
        event_id: components["schemas"]["EventId"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["GivenDose"];
      };
    };
    responses: {
      /** @description The medication as it is now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Event"];
        };
      };
      /** @description A field cannot be accepted, or it is no medication */
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
      /** @description No medical event of this child */
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
  read_overview: {
    parameters: {
      query?: {
        /** @description The caller's calendar day: it parts what is to come from what was. Where left out, the latest day on earth. */
        today?: string;
      };
      header?: {
        /** @description The ETag that was read */
        "If-None-Match"?: string | null;
      };
      path: {
        child_id: components["schemas"]["ChildId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The child, the last and next of each thing, and the first page of its timeline */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Overview"];
        };
      };
      /** @description Nothing has changed */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
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
      /** @description My membership is frozen */
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
  list_timeline: {
    parameters: {
      query?: {
        /** @description How many entries at most, 1 to 100. */
        limit?: number;
        /** @description Where the page before ended: its `next`. */
        cursor?: string;
        /** @description First day. */
        from?: string;
        /** @description Last day. */
        to?: string;
        /**
         * @description Only these kinds, parted by commas; all where left out.
         * @example visit,illness
         */
        kinds?: string;
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
          "application/json": components["schemas"]["Page_Entry"];
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
      /** @description My membership is frozen */
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
    };
  };
  list_visits: {
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
        /** @description Only records of this type, one of the words that the kind knows. Such a page may be shorter than `limit`. */
        type?: string;
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
          "application/json": components["schemas"]["Page_Visit"];
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
  create_visit: {
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
        "application/json": components["schemas"]["VisitBody"];
      };
    };
    responses: {
      /** @description The same create had been made before */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Visit"];
        };
      };
      /** @description Entered */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Visit"];
        };
      };
      /** @description A field cannot be accepted, or it is more than one transaction holds */
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
      /** @description No child of mine, or no such linked record */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description The id of the visit or of a linked record is in use */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description A linked record has changed meanwhile; `details.current` is that record */
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
  read_visit: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        child_id: components["schemas"]["ChildId"];
        visit_id: components["schemas"]["VisitId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As it is now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Visit"];
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
      /** @description No visit of this child */
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
  replace_visit: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag that was read */
        "If-Match"?: string | null;
      };
      path: {
        child_id: components["schemas"]["ChildId"];
        visit_id: components["schemas"]["VisitId"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["VisitBody"];
      };
    };
    responses: {
      /** @description As it is now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Visit"];
        };
      };
      /** @description A field cannot be accepted, or it is more than one transaction holds */
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
      /** @description No visit of this child, or no such linked record */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description The id of a new linked record is in use */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description It or a linked record has changed meanwhile; `details.current` is what stands there now */
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
  delete_visit: {
    parameters: {
      query?: {
        /**
         * @description `keep` (where left out): what was found at the visit stays. `delete`: its measurements, its medical events and the illnesses
         *     that no other visit is about go to the trash with it.
         */
        records?: "keep" | "delete";
      };
      header?: {
        /** @description The ETag that was read */
        "If-Match"?: string | null;
      };
      path: {
        child_id: components["schemas"]["ChildId"];
        visit_id: components["schemas"]["VisitId"];
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
      /** @description A parameter cannot be accepted, or it is more than one transaction holds */
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
      /** @description No visit of this child */
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
  list_family_attachments: {
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
        /** @description Only records of this type, one of the words that the kind knows. Such a page may be shorter than `limit`. */
        type?: string;
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
          "application/json": components["schemas"]["Page_Attachment"];
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
  read_changes: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag that was read */
        "If-None-Match"?: string | null;
      };
      path: {
        family_id: components["schemas"]["FamilyId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Another state than the one that was read */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Changes"];
        };
      };
      /** @description Nothing has changed */
      304: {
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
      /** @description My membership is frozen */
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
    };
  };
  create_export: {
    parameters: {
      query?: {
        /** @description An id made by the client, so that a retry is the same create. */
        id?: string;
      };
      header?: never;
      path: {
        family_id: components["schemas"]["FamilyId"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewExport"];
      };
    };
    responses: {
      /** @description A worker will write it */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["JobAnswer"];
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
      /** @description No family of mine */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description The id is in use, or `job_running`: another export of the family is running */
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
  read_heatmap: {
    parameters: {
      query: {
        /**
         * @description The year, 1900 to 2200.
         * @example 2026
         */
        year: number;
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
      /** @description The year */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Heatmap"];
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
      query?: {
        /** @description The caller's calendar day: it parts what is to come from what was. Where left out, the latest day on earth. */
        today?: string;
      };
      header?: {
        /** @description The ETag that was read */
        "If-None-Match"?: string | null;
      };
      path: {
        family_id: components["schemas"]["FamilyId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The family, its children, and the last and next of each thing */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Home"];
        };
      };
      /** @description Nothing has changed */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
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
      /** @description My membership is frozen */
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
    };
  };
  list_family_illnesses: {
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
        /** @description Only records of this type, one of the words that the kind knows. Such a page may be shorter than `limit`. */
        type?: string;
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
          "application/json": components["schemas"]["Page_Illness"];
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
  create_import: {
    parameters: {
      query?: {
        /** @description An id made by the client, so that a retry is the same create. */
        id?: string;
      };
      header?: never;
      path: {
        family_id: components["schemas"]["FamilyId"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["ImportFile"];
      };
    };
    responses: {
      /** @description Upload the file, then ask for the preview */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["JobAnswer"];
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
      /** @description My role does not allow it, or I am limited to some children */
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
  preview_import: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        family_id: components["schemas"]["FamilyId"];
        job_id: components["schemas"]["JobId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A worker will read it */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Job"];
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
      /** @description No import of my family */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description The file has not arrived, or the job's state does not allow it, or `job_running` */
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
  list_invites: {
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
      /** @description Those neither used nor withdrawn nor run out, oldest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Page_Invite"];
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
      /** @description Only owners invite */
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
    };
  };
  create_invite: {
    parameters: {
      query?: {
        /** @description An id made by the client, so that a retry is the same create. */
        id?: string;
      };
      header?: never;
      path: {
        family_id: components["schemas"]["FamilyId"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["InviteDetails"];
      };
    };
    responses: {
      /** @description The same create had been made before; the token is not shown again */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["NewInvite"];
        };
      };
      /** @description Invited */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["NewInvite"];
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
      /** @description Only owners invite */
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
      /** @description Too many invitations in a day */
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
  delete_invite: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        family_id: components["schemas"]["FamilyId"];
        invite_id: components["schemas"]["InviteId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Withdrawn */
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
      /** @description Only owners withdraw invitations */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description No family of mine, or no open invitation of it */
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
  list_jobs: {
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
      /** @description My exports, and the imports of the family */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Jobs"];
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
  read_job: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        family_id: components["schemas"]["FamilyId"];
        job_id: components["schemas"]["JobId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The job; with the address of the ZIP, once that is written */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["JobAnswer"];
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
      /** @description No job that I may see */
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
  cancel_job: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        family_id: components["schemas"]["FamilyId"];
        job_id: components["schemas"]["JobId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Cancelled */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Job"];
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
      /** @description No job that I may see */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description The job is over */
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
  resume_job: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        family_id: components["schemas"]["FamilyId"];
        job_id: components["schemas"]["JobId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A worker will go on */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Job"];
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
      /** @description No job that I may see */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description The job has not stopped, or `job_running` */
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
  run_import: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        family_id: components["schemas"]["FamilyId"];
        job_id: components["schemas"]["JobId"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["Choice"];
      };
    };
    responses: {
      /** @description A worker will write the records */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Job"];
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
      /** @description No import of my family */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description There is no preview yet, or the import has begun, or `job_running` */
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
  undo_import: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        family_id: components["schemas"]["FamilyId"];
        job_id: components["schemas"]["JobId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A worker will undo it; the report counts what was changed since and stays */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Job"];
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
      /** @description No import of my family */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description It is no import, or has written nothing, or `job_running` */
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
        /** @description Only records of this type, one of the words that the kind knows. Such a page may be shorter than `limit`. */
        type?: string;
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
  list_family_medical_events: {
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
        /** @description Only records of this type, one of the words that the kind knows. Such a page may be shorter than `limit`. */
        type?: string;
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
          "application/json": components["schemas"]["Page_Event"];
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
  list_members: {
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
      /** @description Its members, those first who were there first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Page_Member"];
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
      /** @description My membership is paused */
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
    };
  };
  replace_member: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `rev` that was read, as an ETag */
        "If-Match"?: string | null;
      };
      path: {
        family_id: components["schemas"]["FamilyId"];
        user_id: components["schemas"]["UserId"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["MemberDetails"];
      };
    };
    responses: {
      /** @description The member as they are now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Member"];
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
      /** @description Only owners decide about members */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description No family of mine, or no member of it */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description The family would be left without an owner */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description Changed meanwhile; `details.current` is the member as they are now */
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
  delete_member: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `rev` that was read, as an ETag */
        "If-Match"?: string | null;
      };
      path: {
        family_id: components["schemas"]["FamilyId"];
        user_id: components["schemas"]["UserId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description No member any more */
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
      /** @description Only owners remove others */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description No family of mine, or no member of it */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description The family would be left without an owner */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description Changed meanwhile; `details.current` is the member as they are now */
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
  hand_over_family: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        family_id: components["schemas"]["FamilyId"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["HandOver"];
      };
    };
    responses: {
      /** @description The new owner */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Member"];
        };
      };
      /** @description The other is no active member of the family */
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
      /** @description Only owners hand over */
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
      /** @description The other is an owner no longer, and I would be the last one to step down */
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
  search_family: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        family_id: components["schemas"]["FamilyId"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["Search"];
      };
    };
    responses: {
      /** @description A page of what was found; it may be shorter than `limit` while `next` is set */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["SearchPage"];
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
      /** @description My membership is frozen */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description No family of mine, or `child` is no child of it */
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
  list_family_timeline: {
    parameters: {
      query?: {
        /** @description How many entries at most, 1 to 100. */
        limit?: number;
        /** @description Where the page before ended: its `next`. */
        cursor?: string;
        /** @description First day. */
        from?: string;
        /** @description Last day. */
        to?: string;
        /**
         * @description Only these kinds, parted by commas; all where left out.
         * @example visit,illness
         */
        kinds?: string;
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
          "application/json": components["schemas"]["Page_Entry"];
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
      /** @description My membership is frozen */
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
  list_family_visits: {
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
        /** @description Only records of this type, one of the words that the kind knows. Such a page may be shorter than `limit`. */
        type?: string;
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
          "application/json": components["schemas"]["Page_Visit"];
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
  read_liveness: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It answers */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Liveness"];
        };
      };
    };
  };
  accept_invite: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["PresentedInvite"];
      };
    };
    responses: {
      /** @description The family that I belong to now */
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
      /** @description Unknown, used, withdrawn or run out: `invite_gone` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description I belong to the family already, it has 30 members, or I am in 20 families */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description Too many tries */
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
  preview_invite: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["PresentedInvite"];
      };
    };
    responses: {
      /** @description Who invites, into which family, as what, until when */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["InvitePreview"];
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
      /** @description Unknown, used, withdrawn or run out: `invite_gone` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorBody"];
        };
      };
      /** @description Too many looks from this network */
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
  list_vaccines: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag that was read */
        "If-None-Match"?: string | null;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What children get today in the US and in Europe, and what older records name */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Vaccines"];
        };
      };
      /** @description Nothing has changed */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  read_openapi: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag that was read */
        "If-None-Match"?: string | null;
      };
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
      /** @description Nothing has changed */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
}
