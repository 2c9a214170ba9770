package org.quotecheck.infra;

/**
 * How the function reaches the identity provider's keys, the only thing that it asks the internet for (docs/adr/0006).
 */
enum Egress {
    /** Over IPv6, which costs nothing, to a CloudFront distribution that relays the keys. */
    IPV6,
    /** Over IPv4 through a NAT gateway, which costs by the hour, to the provider itself. */
    NAT
}
