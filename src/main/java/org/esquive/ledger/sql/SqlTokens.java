package org.esquive.ledger.sql;

import static org.esquive.ledger.sql.Columns.instant;
import static org.esquive.ledger.sql.Columns.moment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.esquive.ledger.TokenBook;
import org.jspecify.annotations.Nullable;

/// The tokens of programs.
record SqlTokens(Database database) implements TokenBook {
    private static final String TOKEN = "select id, name, scopes, made_by, made_at, expires_at, used_at from token";

    private static final String ALL = TOKEN + " order by made_at desc, id";

    private static final String BY_HASH = TOKEN + " where hash = ?";

    private static final String BY_ID = TOKEN + " where id = ?";

    private static final String COUNT = "select count(*) from token";

    private static final String MAKE =
            "insert into token (id, hash, name, scopes, made_by, made_at, expires_at) values (?, ?, ?, ?, ?, ?, ?)";

    private static final String USED = "update token set used_at = ? where id = ?";

    private static final String REVOKE = "delete from token where id = ?";

    @Override
    public boolean make(Token token, byte[] hash) {
        return database.write(sql -> {
            int there = sql.first(COUNT, row -> row.getInt(1)).orElse(0);
            if (there >= MOST) {
                return false;
            }
            int _ = sql.change(
                    MAKE,
                    token.id(),
                    hash,
                    token.name(),
                    String.join(" ", token.scopes().stream().sorted().toList()),
                    token.madeBy(),
                    token.madeAt().toEpochMilli(),
                    millis(token.expiresAt()));
            return true;
        });
    }

    @Override
    public Optional<Token> find(byte[] hash) {
        return database.read(sql -> sql.first(BY_HASH, SqlTokens::token, hash));
    }

    @Override
    public List<Token> all() {
        return database.read(sql -> sql.all(ALL, SqlTokens::token));
    }

    @Override
    public void used(String id, Instant at) {
        int _ = database.write(sql -> sql.change(USED, at.toEpochMilli(), id));
    }

    @Override
    public Optional<Token> revoke(String id) {
        return database.write(sql -> {
            Optional<Token> token = sql.first(BY_ID, SqlTokens::token, id);
            int _ = sql.change(REVOKE, id);
            return token;
        });
    }

    private static @Nullable Long millis(Optional<Instant> moment) {
        return moment.isPresent() ? moment.get().toEpochMilli() : null;
    }

    private static Token token(ResultSet row) throws SQLException {
        return new Token(
                row.getString(1),
                row.getString(2),
                Set.of(row.getString(3).split(" ")),
                row.getString(4),
                instant(row, 5),
                moment(row, 6),
                moment(row, 7));
    }
}
