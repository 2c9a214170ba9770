package org.quotecheck.deployment;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * In a native executable, platform threads watch the sockets of virtual ones: watched by virtual threads, as is usual
 * on Linux, a read sometimes never wakes (github.com/oracle/graal/issues/13787).
 */
@Singleton
public class SocketWatch {

    private static final String MODE = "jdk.pollerMode";
    private static final String BY_PLATFORM_THREADS = "1";

    /** Has an effect as long as no virtual thread has waited for a socket. */
    public static void byPlatformThreads() {
        if (System.getProperty(MODE) == null) {
            System.setProperty(MODE, BY_PLATFORM_THREADS);
        }
    }

    void begin(@Observes @Priority(1) StartupEvent start) {
        if (System.getProperty("org.graalvm.nativeimage.imagecode") != null) {
            byPlatformThreads();
        }
    }
}
