package org.esquive;

import org.junit.jupiter.api.Test;

class TidyTest {
    @Test
    void placeholder() {}
}
