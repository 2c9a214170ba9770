package org.quotecheck.http;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;

/** One page of a list; {@code nextCursor} is absent on the last. */
@RegisterForReflection
public record PageView<T>(List<T> items, String nextCursor) {

    /**
     * One page of a list.
     *
     * @param rows those after the cursor, at least one more than the limit where there are so many
     * @param key an item's sort key, for the cursor
     * @param filters what else the list depends on, as for {@link Cursor}
     */
    public static <T> PageView<T> of(List<T> rows, Limit limit, Function<T, List<String>> key, Object... filters) {
        boolean last = rows.size() <= limit.value();
        return new PageView<>(
                last ? rows : rows.subList(0, limit.value()),
                last ? null : Cursor.write(key.apply(rows.get(limit.value() - 1)), filters));
    }

    /**
     * One page of a list that is short enough to be had whole.
     *
     * @param key names an item of the list
     * @param filters what else the list depends on, as for {@link Cursor}
     * @throws Problem 400 for a cursor that this list did not give
     */
    public static <T> PageView<T> cut(
            List<T> all, Limit limit, String cursor, Function<T, String> key, Object... filters) {
        int from = 0;
        if (cursor != null) {
            var last = Cursor.read(cursor, 1, filters).getFirst();
            while (from < all.size() && !key.apply(all.get(from)).equals(last)) {
                from++;
            }
            if (from++ == all.size()) {
                throw Cursor.malformed(); // the item has gone
            }
        }
        return of(all.subList(from, all.size()), limit, item -> List.of(key.apply(item)), filters);
    }

    /** The same page with each item as it is told. */
    public <R> PageView<R> map(Function<? super T, R> view) {
        return new PageView<>(items.stream().map(view).toList(), nextCursor);
    }

    /** The page with its {@code Link: rel="next"} (RFC 8288). */
    public Response response(UriInfo uri) {
        var response = Response.ok(this, MediaType.APPLICATION_JSON_TYPE);
        if (nextCursor != null) {
            var next = uri.getRequestUriBuilder()
                    .replaceQueryParam("cursor", nextCursor)
                    .build();
            response.links(Link.fromUri(next.getRawPath() + '?' + next.getRawQuery())
                    .rel("next")
                    .build());
        }
        return response.build();
    }
}
