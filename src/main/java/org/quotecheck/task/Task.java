package org.quotecheck.task;

import io.quarkus.runtime.ImageMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;
import org.quotecheck.deployment.Settings;
import org.quotecheck.deployment.WrongTask;

/** Does what {@code QUOTECHECK_TASK} says. A server does it at its start and ends; a native function at each event. */
@ApplicationScoped
public class Task {

    public static final String MIGRATE = "migrate";
    public static final String REMOVE_CONTENT = "remove-content";

    private static final Logger LOG = Logger.getLogger(Task.class);

    private final Settings settings;
    private final Flyway flyway;
    private final Removal removal;

    Task(Settings settings, Flyway flyway, Removal removal) {
        this.settings = settings;
        this.flyway = flyway;
        this.removal = removal;
    }

    void perform(@Observes StartupEvent start) {
        if (settings.task().isEmpty()) {
            return;
        }
        if (System.getenv("AWS_LAMBDA_RUNTIME_API") == null) {
            LOG.infof("%s: %s", settings.task().get(), perform(null, null));
            Quarkus.asyncExit(0);
        } else if (ImageMode.current() != ImageMode.NATIVE_RUN) {
            throw new ConfigurationException(
                    "QUOTECHECK_TASK is for servers and the native function; a function on the JVM runs no tasks.");
        }
    }

    /**
     * Does it now
     *
     * @param claim,revision what the event names; null for what the configuration does
     * @return what was done, for the operator who started it
     * @throws WrongTask where they are missing or name nothing
     */
    public Map<String, Object> perform(String claim, String revision) {
        if (settings.task().orElseThrow().equals(MIGRATE)) {
            int executed = flyway.migrate().migrationsExecuted;
            return Map.of(
                    "schemaVersion", flyway.info().current().getVersion().toString(), "migrationsExecuted", executed);
        }
        return removal.remove(
                id(claim != null ? claim : settings.taskClaim().orElse("")),
                number(revision != null ? revision : settings.taskRevision().orElse("")));
    }

    private static UUID id(String claim) {
        if (!claim.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            throw new WrongTask("QUOTECHECK_TASK_CLAIM, or the event's claim, must be a claim's id");
        }
        return UUID.fromString(claim);
    }

    private static int number(String revision) {
        if (!revision.matches("[1-9][0-9]{0,8}")) {
            throw new WrongTask("QUOTECHECK_TASK_REVISION, or the event's revision, must be a revision's number");
        }
        return Integer.parseInt(revision);
    }
}
