package org.quotecheck;

import io.quarkus.test.junit.QuarkusTest;

/** In the test build, with its embedded PostgreSQL. */
@QuarkusTest
class MainJobTest extends MainJob {}
