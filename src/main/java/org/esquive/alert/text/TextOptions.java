package org.esquive.alert.text;

import java.util.List;
import java.util.Optional;
import org.esquive.alert.Options;
import org.esquive.message.LineId;
import org.esquive.message.PhoneNumber;
import org.esquive.settings.AlertSettings;

/// Whose phone is texted, and from which line.
///
/// @param line the line whose number it comes from
/// @param to the keeper's phone, a secret: it is nobody else's business
record TextOptions(LineId line, PhoneNumber to) {
    private static final LineId NO_LINE = new LineId("none");
    private static final PhoneNumber NO_NUMBER = new PhoneNumber("+33639980001");

    static TextOptions read(Options options) {
        options.know(Questions.ALL);
        return new TextOptions(line(options), number(options));
    }

    /// What is wrong with some settings.
    static List<String> problems(AlertSettings settings) {
        Options options = new Options(settings, "a text");
        TextOptions _ = read(options);
        return options.problems();
    }

    private static LineId line(Options options) {
        String id = options.required("line", "the id of the line whose number the text comes from.");
        try {
            return id.isEmpty() ? NO_LINE : new LineId(id);
        } catch (IllegalArgumentException notALine) {
            options.problem("line", "is expected to be the id of a line.");
            return NO_LINE;
        }
    }

    private static PhoneNumber number(Options options) {
        Optional<String> written =
                options.secret("to").map(secret -> secret.reveal().replace(" ", ""));
        try {
            if (written.isPresent()) {
                return new PhoneNumber(written.get());
            }
        } catch (IllegalArgumentException notANumber) {
            // Said below.
        }
        options.problem("to", "is a secret that is expected to hold your phone's number, such as \"+33639980001\".");
        return NO_NUMBER;
    }
}
