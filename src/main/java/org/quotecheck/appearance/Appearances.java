package org.quotecheck.appearance;

import static io.quarkus.hibernate.orm.panache.Panache.getEntityManager;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Reads of appearances: as many of a claim as one answer shows, pages of all of them, and a single one. */
public final class Appearances {

    /** In one answer: the first one and the newest. */
    public static final int SHOWN = 20;

    /** The same words on the same page, which a duplicate may bring with it, count once. */
    private static final String BOUNDED = """
            select {a.*}, a.total as total from (
              select d.*, row_number() over (partition by claim_id order by first desc, id) as n,
                count(*) over (partition by claim_id) as total
              from (
                select distinct on (claim_id, url_hash, quote_id) * from appearance
                where claim_id in (:ids) and state = 'confirmed'
                order by claim_id, url_hash, quote_id, first desc, id) d) a
            where a.n = 1 or a.n > a.total - :newest order by a.claim_id, a.n > 1, a.id desc""";

    /**
     * SQL of the same for each row of the table claim, as {@code cross join lateral}: {@code place (views, total)}, a
     * JSON list that is null where there are none. %s is what each object of the list has.
     */
    private static final String OF_EACH = """
            cross join lateral (
              select max(total) as total, json_agg(json_build_object(%s, 'first', n = 1)
                order by n > 1, id desc) filter (where n = 1 or n > total - %d) as views
              from (
                select once.*, row_number() over (order by first desc, id) as n, count(*) over () as total,
                  case when num_nonnulls(publisher_name, publisher_site) > 0
                    then json_build_object('name', publisher_name, 'site', publisher_site) end as publisher
                from (
                  select distinct on (url_hash, quote_id) * from appearance
                  where claim_id = claim.id and state = 'confirmed'
                  order by url_hash, quote_id, first desc, id) once) numbered) place
            """;

    /** {@link #OF_EACH} as a list of {@link AppearanceView}. */
    public static final String VIEWS_OF_EACH = ofEach("""
            'id', id, 'state', state, 'articleId', article_id, 'url', url, 'title', title,
                'publisher', publisher, 'quoteId', quote_id, 'date', date""");

    /** {@link #OF_EACH} with the words, for those who show where a claim was made. */
    public static final String WORDS_OF_EACH = ofEach("""
            'url', url, 'title', title, 'publisherName', publisher_name, 'date', date, 'parts', parts""");

    /**
     * Of one claim.
     *
     * @param shown the first one first, then the newest, at most 20
     * @param total how many there are
     */
    public record Confirmed(List<Appearance> shown, int total) {

        public static final Confirmed NONE = new Confirmed(List.of(), 0);

        public List<AppearanceView> views(boolean reviewer) {
            return shown.stream()
                    .map(one -> AppearanceView.of(one, one == shown.getFirst(), reviewer))
                    .toList();
        }
    }

    private Appearances() {}

    private static String ofEach(String object) {
        return OF_EACH.formatted(object.strip(), SHOWN - 1);
    }

    /** The confirmed ones, by claim; claims without any are left out. One statement. */
    public static Map<UUID, Confirmed> confirmed(Collection<UUID> claimIds) {
        var found = new HashMap<UUID, Confirmed>();
        if (claimIds.isEmpty()) {
            return found;
        }
        var rows = getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(BOUNDED, Object[].class)
                .addEntity("a", Appearance.class)
                .addScalar("total", Integer.class)
                .setParameterList("ids", claimIds)
                .setParameter("newest", SHOWN - 1)
                .getResultList();
        for (var row : rows) {
            var appearance = (Appearance) row[0];
            found.computeIfAbsent(appearance.claimId, id -> new Confirmed(new ArrayList<>(), (Integer) row[1]))
                    .shown()
                    .add(appearance);
        }
        return found;
    }

    /**
     * Newest first
     *
     * @param last the one before these, null at the beginning
     * @param state null for any; of confirmed ones the same place comes once
     */
    public static List<Appearance> before(UUID last, UUID claimId, AppearanceState state, int most) {
        var where = new StringBuilder("a.claimId = :claim");
        var values = new HashMap<String, Object>(Map.of("claim", claimId));
        if (last != null) {
            where.append(" and a.id < :last");
            values.put("last", last);
        }
        if (state != null) {
            where.append(" and a.state = :state");
            values.put("state", state);
        }
        if (state == AppearanceState.CONFIRMED) {
            where.append("""
                    \sand not exists (select 1 from Appearance other
                      where other.claimId = a.claimId and other.id < a.id and other.urlHash = a.urlHash
                        and other.quoteId is not distinct from a.quoteId and other.state = :state)""");
        }
        return Appearance.<Appearance>find("from Appearance a where " + where + " order by a.id desc", values)
                .page(0, most)
                .list();
    }

    /** The id of the claim's first confirmed one. */
    public static Optional<UUID> first(UUID claimId) {
        return Appearance.<Appearance>find(
                        "from Appearance a where a.claimId = ?1 and a.state = ?2 order by a.first desc, a.id",
                        claimId,
                        AppearanceState.CONFIRMED)
                .firstResultOptional()
                .map(Appearance::id);
    }

    /** The one at the same place, in whatever state. */
    public static Optional<Appearance> same(UUID claimId, Appearance place) {
        var hql = """
                from Appearance a
                where a.claimId = ?1 and a.urlHash = ?2 and a.quoteId is not distinct from ?3""";
        return Appearance.<Appearance>find(hql, claimId, place.urlHash, place.quoteId)
                .firstResultOptional();
    }

    public static Optional<Appearance> of(UUID claimId, UUID id) {
        return Appearance.<Appearance>findByIdOptional(id).filter(one -> one.claimId.equals(claimId));
    }

    /** None of the claim's other appearances is the first any more. */
    public static void onlyFirst(Appearance one) {
        getEntityManager()
                .createNativeQuery(
                        "update appearance set first = false where claim_id = :claim and id <> :id and first")
                .setParameter("claim", one.claimId)
                .setParameter("id", one.id)
                .executeUpdate();
    }

    /**
     * A duplicate's go to its survivor
     *
     * @param waiting whether a reviewer looks at them again there, because the survivor has a verdict
     */
    public static void move(UUID duplicate, UUID survivor, boolean waiting) {
        var again = waiting ? "case when state = 'confirmed' then 'pending' else state end" : "state";
        getEntityManager()
                .createNativeQuery(
                        "update appearance set claim_id = :survivor, own_state = coalesce(own_state, state), state = "
                                + again + " where claim_id = :duplicate")
                .setParameter("survivor", survivor)
                .setParameter("duplicate", duplicate)
                .executeUpdate();
    }

    /** A claim's own ones come back as they were; what others brought stays with the survivor. */
    public static void restore(UUID claimId) {
        getEntityManager().createNativeQuery("""
                        update appearance
                        set claim_id = own_claim_id, state = coalesce(own_state, state), own_state = null
                        where own_claim_id = :claim""").setParameter("claim", claimId).executeUpdate();
    }
}
