package org.esquive.ledger.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.esquive.ledger.KeptTexts;
import org.esquive.ledger.Keyring;
import org.esquive.ledger.Rows;
import org.esquive.ledger.Search;
import org.esquive.message.LineId;

/// What people wrote, where keepers want it kept: sender, a line break and the words, sealed together.
///
/// @param keyring opens what is sealed
public record SqlKept(Database database, Keyring keyring) implements KeptTexts {
    private static final String INSERT =
            "insert into kept (line_id, id, piece, sealed) values (?, ?, ?, ?) on conflict do nothing";

    private static final String OF = "select sealed from kept where line_id = ? and id = ? order by piece";

    private static final char BREAK = '\n';

    /// Writes what a commit keeps.
    static void write(Sql sql, Keyring keyring, Rows rows) throws SQLException {
        for (Rows.KeptRow row : rows.kept()) {
            byte[] sealed = keyring.seal(row.sender().replace(BREAK, ' ') + BREAK + row.words());
            sql.pile(INSERT, rows.line().value(), row.text(), row.piece(), sealed);
        }
        sql.flush(INSERT);
    }

    @Override
    public Map<Long, Kept> of(LineId line, Collection<Long> texts) {
        Map<Long, List<byte[]>> sealed = database.read(sql -> {
            Map<Long, List<byte[]>> found = new HashMap<>();
            for (long text : texts.stream().limit(Search.MOST).toList()) {
                List<byte[]> pieces = sql.all(OF, row -> row.getBytes(1), line.value(), text);
                if (!pieces.isEmpty()) {
                    found.put(text, pieces);
                }
            }
            return found;
        });
        Map<Long, Kept> opened = new HashMap<>();
        sealed.forEach((text, pieces) -> opened.put(text, open(pieces)));
        return opened;
    }

    private Kept open(List<byte[]> pieces) {
        List<String> senders = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        for (byte[] piece : pieces) {
            String clear = keyring.open(piece);
            int end = clear.indexOf(BREAK);
            senders.add(clear.substring(0, end));
            words.append(clear, end + 1, clear.length());
        }
        return new Kept(words.toString(), senders.getFirst());
    }
}
