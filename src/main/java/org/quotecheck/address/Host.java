package org.quotecheck.address;

import java.util.Optional;

/** A host name in the one form that addresses have: lower case, internationalised ones in ASCII. */
public final class Host {

    private Host() {}

    /** Of a host name or a URL; empty where it is neither, or has no dot. */
    public static Optional<String> of(String said) {
        try {
            var host = CanonicalUrl.of(said.contains("://") ? said : "https://" + said)
                    .authority()
                    .replaceFirst(":\\d+$", "");
            return Optional.of(host).filter(name -> name.indexOf('.') > 0 && !name.contains(" "));
        } catch (CanonicalUrl.Refused e) {
            return Optional.empty();
        }
    }
}
