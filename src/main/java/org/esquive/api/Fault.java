package org.esquive.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What can go wrong with a request, each with a name that does not change: the end of the `type` of the
/// problem a program gets, see [RFC 9457](https://www.rfc-editor.org/rfc/rfc9457) (read in November 2026).
enum Fault {
    NO_TOKEN(
            401,
            "A token is missing",
            "Send the header \"Authorization: Bearer esq_…\" with a token made in the console under Access."),
    BAD_TOKEN(
            401,
            "The token is not known",
            "It was mistyped, has expired or was revoked: make another one in the console under Access."),
    SCOPE_MISSING(
            403,
            "The token does not allow this",
            "Use a token with the scope that is named in the detail; scopes of a token cannot be changed later."),
    BAD_PARAMETER(
            400,
            "A parameter cannot be read",
            "Correct the parameter that is named in the detail; the document at /api/v1/openapi.json says what it may be."),
    BAD_BODY(
            400,
            "The body cannot be read",
            "Send what the document at /api/v1/openapi.json describes, in UTF-8, with its Content-Type."),
    NOT_FOUND(
            404,
            "There is no such thing",
            "Compare the address with /api/v1/openapi.json, and ids with the lists they come from; texts are forgotten with"
                    + " their sender."),
    METHOD_NOT_ALLOWED(405, "The method is not for this address", "Use a method that the header Allow names."),
    NOT_ACCEPTABLE(
            406,
            "The answer is not to be had in that form",
            "Leave the header Accept out, or name application/json; settings are application/yaml."),
    SETTINGS_CHANGED(
            412,
            "Somebody else changed the settings meanwhile",
            "Get the settings again, make the change to them, and send them with the new ETag in If-Match."),
    UNSUPPORTED_TYPE(
            415,
            "The body is of another type",
            "Send settings as application/yaml and everything else as application/json."),
    INVALID_SETTINGS(
            422,
            "The settings are not valid",
            "Mend every field that is listed under problems and send the whole document again; nothing was changed."),
    VERSION_MISSING(
            428,
            "It is not said which version was changed",
            "Send the ETag of the settings you started from in If-Match, so that nobody's change is lost."),
    TOO_MANY_REQUESTS(
            429,
            "Too many requests of one token",
            "Wait for as many seconds as Retry-After says; use a webhook instead of asking often."),
    INTERNAL(
            500,
            "Something broke in Esquive",
            "Try again; if it stays, look into the log of Esquive, which names what broke."),
    LEDGER_UNAVAILABLE(
            503,
            "The ledger cannot be read or written",
            "Try again in a while; a keeper should look at the disk of the data folder.");

    private static final String TYPES = "/api/v1/problems/";

    private final int status;
    private final String title;
    private final String advice;

    Fault(int status, String title, String advice) {
        this.status = status;
        this.title = title;
        this.advice = advice;
    }

    /// The HTTP status.
    int status() {
        return status;
    }

    /// What happened, in a few words.
    String title() {
        return title;
    }

    /// What to do, in a sentence.
    String advice() {
        return advice;
    }

    /// The end of the type, such as `bad-token`.
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The type: where a person reads what it is.
    String type() {
        return TYPES + word();
    }

    /// The fault of that word, if there is one.
    static Optional<Fault> of(String word) {
        return Arrays.stream(values())
                .filter(fault -> fault.word().equals(word))
                .findFirst();
    }
}
