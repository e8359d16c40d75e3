package org.esquive.channel.smpp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.esquive.channel.smpp.pdu.Address;
import org.esquive.message.Numbering;
import org.esquive.settings.Line;

/// Which of a channel's lines a text was sent to. A carrier writes the number internationally, with or without a
/// plus sign or two zeros, or as it is dialled at home: all of these are laid out beforehand, so that finding a
/// line is one look-up. The only line of a channel is meant whatever the address says.
final class Destinations {
    private final Map<String, Line> lines = new HashMap<>();
    private final Optional<Line> only;

    /// Stands for a way to write a number that two lines share.
    private final Map<String, Integer> writers = new HashMap<>();

    Destinations(List<Line> all) {
        this.only = all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
        for (Line line : all) {
            String digits = line.number().e164().substring(1);
            List.of("+" + digits, digits, "00" + digits, digitsOf(Numbering.national(line.number())))
                    .forEach(form -> lay(form, line));
        }
        writers.forEach((form, count) -> {
            if (count > 1) {
                lines.remove(form);
            }
        });
    }

    /// The line, if it is one of ours.
    Optional<Line> lineOf(Address destination) {
        return only.or(() -> Optional.ofNullable(lines.get(destination.digits())));
    }

    private void lay(String form, Line line) {
        Line before = lines.put(form, line);
        if (before == null || !before.equals(line)) {
            var _ = writers.merge(form, 1, Integer::sum);
        }
    }

    private static String digitsOf(String written) {
        StringBuilder digits = new StringBuilder();
        written.chars().filter(Character::isDigit).forEach(digit -> digits.append((char) digit));
        return digits.toString();
    }
}
