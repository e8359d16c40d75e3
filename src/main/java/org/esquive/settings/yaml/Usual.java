package org.esquive.settings.yaml;

import org.esquive.settings.Cap;
import org.esquive.settings.Limits;

/// Words that several keys have in common.
final class Usual {
    static final String LANGUAGE = "fr";
    static final String STATUS = "open";
    static final String NONE = "none";
    static final String OF_KIND = "what the kind of channel bears";
    static final String COUNT = "a whole number from 0 to 1000000000, or none";
    static final String MONEY = "an amount from 0 to 999999.99, or none";
    static final String SLUG = "1 to 32 lower-case letters, digits and dashes, starting with a letter";
    static final String FIELDS = "the keys below with their values";
    static final String OPTIONS = "at most 100 names with one value each";
    static final String OPTION = "one value of at most 4,000 characters";
    static final String SECRET =
            "the secret itself, of 1 to 4,000 characters, or *** to keep the one that is stored under this name";
    static final String OPTIONS_MEANING = "What the kind wants to know, and may be shown.";
    static final String EVENTS = "a list of decision, reply, alert and line";
    static final String ALL = "all";
    static final String SECRETS_MEANING =
            "What the kind wants to know, and nobody else; stored sealed, shown as `***`.";

    private Usual() {}

    /// The usual number of a line's cap.
    static String cap(Cap cap) {
        return String.valueOf(Limits.USUAL_CAPS.most(cap).orElseThrow());
    }
}
