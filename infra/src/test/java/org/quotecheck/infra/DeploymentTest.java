package org.quotecheck.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Missing and wrong parameters: one sentence each. */
class DeploymentTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "region= | The parameter region is empty: give -c region=… a value, or leave it out.",
                "region=EU-CENTRAL-1 | The parameter region cannot be \"EU-CENTRAL-1\": every part of Quotecheck exists in ap-northeast-1, ap-northeast-2, ap-south-1, ap-southeast-1, ap-southeast-2, ca-central-1, eu-central-1, eu-west-1, eu-west-2, eu-west-3, us-east-1, us-east-2, us-west-1, us-west-2.",
                "region=eu central 1 | The parameter region cannot be \"eu central 1\": it must be such as eu-central-1.",
                "name= | The parameter name is empty: give -c name=… a value, or leave it out.",
                "name=1st | The parameter name cannot be \"1st\": it must be such as quotecheck-staging.",
                "name=stäging | The parameter name cannot be \"stäging\": it must be such as quotecheck-staging.",
                "snapshot= | The parameter snapshot is empty: give -c snapshot=… a value, or leave it out.",
                "region=eu-central-9 | The parameter region cannot be \"eu-central-9\": every part of Quotecheck exists in ap-northeast-1, ap-northeast-2, ap-south-1, ap-southeast-1, ap-southeast-2, ca-central-1, eu-central-1, eu-west-1, eu-west-2, eu-west-3, us-east-1, us-east-2, us-west-1, us-west-2.",
                "region=af-south-1 | The parameter region cannot be \"af-south-1\": every part of Quotecheck exists in ap-northeast-1, ap-northeast-2, ap-south-1, ap-southeast-1, ap-southeast-2, ca-central-1, eu-central-1, eu-west-1, eu-west-2, eu-west-3, us-east-1, us-east-2, us-west-1, us-west-2.",
                "backupRegion=moon | The parameter backupRegion cannot be \"moon\": every part of Quotecheck exists in ap-northeast-1, ap-northeast-2, ap-south-1, ap-southeast-1, ap-southeast-2, ca-central-1, eu-central-1, eu-west-1, eu-west-2, eu-west-3, us-east-1, us-east-2, us-west-1, us-west-2.",
                "backupRegion=eu-central-1 | The parameter backupRegion, eu-central-1, cannot be the region itself: its backups are there already.",
                "name=Staging | The parameter name cannot be \"Staging\": it must be such as quotecheck-staging.",
                "name=a--b | The parameter name cannot be \"a--b\": it must be such as quotecheck-staging.",
                "name=staging- | The parameter name cannot be \"staging-\": it must be such as quotecheck-staging.",
                "name=my-amazon-facts | The parameter name cannot be \"my-amazon-facts\": Cognito accepts no address with aws, amazon or cognito in it.",
                "name=a-name-that-is-too-long | The parameter name cannot be \"a-name-that-is-too-long\": it must have at most 20 characters.",
                "concurrency=some | The parameter concurrency cannot be \"some\": it must be none, or a whole number from 1 to 5000.",
                "snapshot=yesterday | The parameter snapshot cannot be \"yesterday\": it must be such as arn:aws:rds:eu-central-1:123456789012:cluster-snapshot:…, or none.",
                "snapshot=arn:aws:rds:eu-west-1:123456789012:cluster-snapshot:monday | The parameter snapshot is in eu-west-1, but the database would be in eu-central-1: copy the snapshot there first (aws rds copy-db-cluster-snapshot).",
                "originSecret=0 | The parameter originSecret cannot be \"0\": it must be a whole number from 1 to 1000000.",
                "traces=on | The parameter traces cannot be \"on\": it must be true or false.",
                "alarmEmail=desk | The parameter alarmEmail cannot be \"desk\": it must be such as desk@news.example.",
                "architecture=riscv | The parameter architecture cannot be \"riscv\": it must be one of arm64, x86_64.",
                "size=huge | The parameter size cannot be \"huge\": it must be one of big, small.",
                "egress=ipv4 | The parameter egress cannot be \"ipv4\": it must be one of ipv6, nat.",
                "regoin=eu-central-1 | There is no parameter regoin: infra/README.md lists those that exist.",
                "minCapacity=0.3 | The parameter minCapacity cannot be \"0.3\": it must be a multiple of 0.5 from 0 to 256.",
                "minCapacity=3 | The parameter minCapacity, 3.0, cannot be more than maxCapacity, 2.0.",
                "proxy=yes | The parameter proxy cannot be \"yes\": it must be true or false.",
                "proxy=true | The parameter minCapacity cannot be 0 with proxy=true: RDS Proxy keeps connections open, so the database would never pause.",
                "concurrency=359 | The parameter concurrency, 359, is more than a database of 2.0 capacity units can take: give at most 358, or raise maxCapacity.",
                "memory=128 | The parameter memory cannot be \"128\": it must be a whole number from 256 to 10240.",
                "memory=1e3 | The parameter memory cannot be \"1e3\": it must be a whole number from 256 to 10240.",
                "issuer=https://id.example | The parameters issuer, jwks, audience must be given together or not at all; only issuer was given.",
                "rolesClaim=groups | The parameter rolesClaim is for a provider of your own: give issuer, jwks and audience, too.",
                "address=facts.example | The parameter address cannot be \"facts.example\": it must be such as https://facts.example.",
                "address=https://facts.example | The parameter address needs a certificate in us-east-1 for facts.example: give -c certificate=arn:aws:acm:us-east-1:….",
                "address=https://facts..example | The parameter address cannot be \"https://facts..example\": it must be such as https://facts.example.",
                "address=https://facts.example. | The parameter address cannot be \"https://facts.example.\": it must be such as https://facts.example.",
                "address=https://-facts.example | The parameter address cannot be \"https://-facts.example\": it must be such as https://facts.example.",
                "address=https://facts.example/checks | The parameter address cannot be \"https://facts.example/checks\": it must be such as https://facts.example.",
                "address=https://192.0.2.1 | The parameter address cannot be \"https://192.0.2.1\": it must be such as https://facts.example.",
                "certificate=arn:aws:acm:us-east-1:123456789012:certificate/0a | The parameter certificate needs the address that it is for: give -c address=https://….",
                "certificate=arn:aws:acm:eu-central-1:123456789012:certificate/0a | The parameter certificate cannot be \"arn:aws:acm:eu-central-1:123456789012:certificate/0a\": "
                        + "it must be such as arn:aws:acm:us-east-1:123456789012:certificate/….",
                "reviewSecondPerson=no | The parameter reviewSecondPerson cannot be \"no\": it must be true or false.",
                "organizationName=Big$ | The parameter organizationName cannot have a dollar sign: the service would read an expression.",
                "organizationImprint=5 $ | The parameter organizationImprint cannot have a dollar sign: the service would read an expression.",
                "organizationLanguage=de_DE | The parameter organizationLanguage cannot be \"de_DE\": it must be such as de.",
                "organizationLogo=logo.png | The parameter organizationLogo cannot be \"logo.png\": it must be such as data:image/png;base64,….",
                "organizationLogo=data:image/png;base64,iVBORw0K= | The parameter organizationLogo cannot be \"data:image/png;base64,iVBORw0K=\": it must be such as data:image/png;base64,….",
                "submissionsPerDay=many | The parameter submissionsPerDay cannot be \"many\": it must be such as 200.",
                "corsOrigins=https://desk.example/ | The parameter corsOrigins cannot be \"https://desk.example/\": it must be such as https://desk.example.",
                "logKey=my key | The parameter logKey cannot be \"my key\": it must be such as quotecheck/log-key.",
                "nameClaim=nickname | The parameter nameClaim is for a provider of your own: give issuer, jwks and audience, too.",
                "consoleClientId=console | The parameter consoleClientId is for a provider of your own: give issuer, jwks and audience, too."
            })
    void isRefusedWithOneSentence(String parameter, String sentence) {
        assertThatThrownBy(() -> Deployment.of(Synthesis.given(parameter)))
                .isInstanceOf(WrongParameter.class)
                .hasMessage(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"region | eu-central-1", "alarmEmail | desk@news.example"})
    void whatIsNeededIsAskedFor(String parameter, String example) {
        var given = new TreeMap<>(Synthesis.given().values());
        given.remove(parameter);
        assertThatThrownBy(() -> Deployment.of(new Parameters(given)))
                .isInstanceOf(WrongParameter.class)
                .hasMessage("The parameter %s is missing: give -c %s=…, such as %s.", parameter, parameter, example);
    }

    @Test
    void aProvidersKeysComeOverTls() {
        assertThatThrownBy(() -> Deployment.of(
                        Synthesis.given("issuer=https://id.example", "audience=q", "jwks=http://id.example/keys")))
                .isInstanceOf(WrongParameter.class)
                .hasMessage(
                        "The parameter jwks cannot be \"http://id.example/keys\": it must be such as https://id.news.example/keys.");
    }

    @Test
    void whatTheServiceIsToldFitsIntoItsEnvironment() {
        var imprint = "organizationImprint=" + "a".repeat(ServiceSettings.LARGEST - "The Facts".length());
        assertThat(Deployment.of(Synthesis.given("organizationName=The Facts", imprint))
                        .settings()
                        .values())
                .hasSize(2);
        assertThatThrownBy(() -> Deployment.of(Synthesis.given("organizationName=The Factsx", imprint)))
                .isInstanceOf(WrongParameter.class)
                .hasMessage(
                        "The service's own parameters have 1601 bytes of UTF-8, but at most 1600 fit into AWS Lambda's"
                                + " environment: give URLs for long texts, and a smaller logo.");
        // AWS counts bytes, of which other scripts need more
        assertThatThrownBy(() -> Deployment.of(Synthesis.given("organizationImprint=" + "ж".repeat(801))))
                .isInstanceOf(WrongParameter.class)
                .hasMessageStartingWith("The service's own parameters have 1602 bytes of UTF-8");
    }

    @Test
    void fewParametersAreNeeded() {
        var deployment = Deployment.of(Synthesis.given());
        assertThat(deployment.capacity()).isEqualTo(new Capacity(0, 2, 0, false, 1024, OptionalInt.empty()));
        assertThat(deployment.provider()).isEmpty();
    }

    @Test
    void aSizeIsOnlyABeginning() {
        var deployment = Deployment.of(Synthesis.given("size=big", "concurrency=3000", "readers=2"));
        assertThat(deployment.capacity()).isEqualTo(new Capacity(2, 32, 2, true, 1024, OptionalInt.of(3000)));
    }

    @Test
    void cloudFrontsOwnAddressNeedsNoCertificate() {
        assertThat(Deployment.of(Synthesis.given("address=https://d1.cloudfront.net"))
                        .site()
                        .address())
                .contains("https://d1.cloudfront.net");
    }

    @Test
    void everyParameterStandsInTheReadme() throws IOException {
        var readme = Files.readString(Path.of("README.md"));
        assertThat(Deployment.NAMES).allMatch(name -> readme.contains("| `" + name + "` |"));
    }
}
