package org.esquive.lab.postgres;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// An empty database for each test, on the shared server:
/// `@RegisterExtension final FreshDatabase database = new FreshDatabase();`
public final class FreshDatabase implements BeforeEachCallback, AfterEachCallback {
    private String name = "";

    @Override
    public void beforeEach(ExtensionContext context) {
        create();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        drop();
    }

    void create() {
        name = SharedPostgres.server().createDatabase();
    }

    void drop() {
        SharedPostgres.server().dropDatabase(name);
    }

    /// Its JDBC address.
    public String url() {
        return SharedPostgres.server().url(name);
    }

    public String user() {
        return SharedPostgres.server().user();
    }

    public String password() {
        return SharedPostgres.server().password();
    }
}
