package org.quotecheck.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Date;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Who has called as a reviewer, to whom claims may be assigned. Kept when their token is read, once a day each; plain
 * JDBC, outside the request's transaction.
 */
@ApplicationScoped
public class Reviewers {

    private static final Logger LOG = Logger.getLogger(Reviewers.class);

    private static final int DAYS = 90;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final DataSource database;
    private final Clock clock;

    /** The day on which this instance kept each of them last. */
    private final Map<Actor, LocalDate> kept = new ConcurrentHashMap<>();

    Reviewers(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    boolean areNew(Actor actor) {
        return actor.is(Role.REVIEWER) && !today().equals(kept.get(actor));
    }

    /** Nobody is refused because this could not be written, or waits for it for long. */
    void keep(Actor actor) {
        try {
            Thread.ofVirtual().name("keep-reviewer").start(() -> write(actor)).join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(Actor actor) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        insert into reviewer (subject, name, seen_on) values (?, ?, ?)
                        on conflict (subject) do update set name = excluded.name, seen_on = excluded.seen_on
                        where reviewer.seen_on < excluded.seen_on or reviewer.name is distinct from excluded.name""")) {
            statement.setString(1, actor.subject());
            statement.setString(2, actor.name());
            statement.setDate(3, Date.valueOf(today()));
            statement.executeUpdate();
            kept.put(actor, today());
        } catch (SQLException e) {
            LOG.debug("A reviewer could not be stored", e);
        }
    }

    /**
     * By name, those without one first
     *
     * @param last the one before these, null at the beginning
     */
    public List<KeptActor> after(KeptActor last, int most) {
        return read(
                "select subject, name from reviewer where seen_on >= ? and (coalesce(name, ''), subject) > (?, ?)"
                        + " order by coalesce(name, ''), subject limit ?",
                last == null ? "" : last.name() == null ? "" : last.name(),
                last == null ? "" : last.id(),
                most);
    }

    /** Null when this is nobody to whom a claim may be assigned. */
    public KeptActor find(String subject) {
        return read("select subject, name from reviewer where seen_on >= ? and subject = ?", subject).stream()
                .findFirst()
                .orElse(null);
    }

    private List<KeptActor> read(String sql, Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setDate(1, Date.valueOf(today().minusDays(DAYS)));
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 2, values[i]);
            }
            var found = new ArrayList<KeptActor>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new KeptActor(rows.getString(1), rows.getString(2)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
