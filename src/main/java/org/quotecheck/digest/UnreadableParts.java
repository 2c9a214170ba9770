package org.quotecheck.digest;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.regex.Pattern;
import org.hibernate.Interceptor;
import org.hibernate.type.Type;

/**
 * Leaves out of an entity what could not be read of its row, and says so with its id: JSON of another form and half of
 * what belongs together are null, and a list that has holes is empty. As long as nothing else is put there, the row
 * stays as it is.
 */
@Singleton
@PersistenceUnitExtension
class UnreadableParts implements Interceptor {

    private static final Pattern CAPITAL = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    @Override
    public boolean onLoad(Object entity, Object id, Object[] state, String[] names, Type[] types) {
        boolean changed = false;
        for (int i = 0; i < state.length; i++) {
            boolean isLeftOut =
                    state[i] == StoredJson.UNREADABLE || state[i] instanceof StoredPart part && !part.hasAll();
            if (isLeftOut) {
                state[i] = null;
                changed = true;
            }
            if (isLeftOut || StoredList.isUnreadable(state[i])) {
                Unreadable.tell(words(entity.getClass().getSimpleName()), id, words(names[i]));
            }
        }
        return changed;
    }

    private static String words(String name) {
        return CAPITAL.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
