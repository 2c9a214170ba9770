package org.quotecheck.infra;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where every part of a deployment exists. The rarest is the Data API, which makes the database's users; what has one
 * place for the whole world (firewall, budget) is always in us-east-1.
 */
final class Regions {

    /** Where CloudFront wants its firewalls and certificates, and AWS its budgets. */
    static final String EDGE = "us-east-1";

    static final List<String> ACCEPTED = Stream.of(
                    "ap-northeast-1 ap-northeast-2 ap-south-1 ap-southeast-1 ap-southeast-2 ca-central-1",
                    "eu-central-1 eu-west-1 eu-west-2 eu-west-3 us-east-1 us-east-2 us-west-1 us-west-2")
            .flatMap(line -> Stream.of(line.split(" ")))
            .toList();

    private Regions() {}

    static String of(Parameters given) {
        return accepted("region", given.needed("region", "\\S+", "eu-central-1"));
    }

    /** @throws WrongParameter where something would be missing there */
    static String accepted(String parameter, String region) {
        if (!ACCEPTED.contains(region)) {
            throw new WrongParameter("The parameter " + parameter + " cannot be \"" + region
                    + "\": every part of Quotecheck exists in " + String.join(", ", ACCEPTED) + ".");
        }
        return region;
    }
}
