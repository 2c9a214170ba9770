package org.quotecheck.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PeopleTest {
    @Test
    void titlesAreNoPartOfTheName() {
        Prose prose = Analysis.of("Russian Foreign Minister Sergei Lavrov left. Lavrov slept.")
                .prose();
        Person person = new People(prose).named(7, 8);
        assertThat(person.name).isEqualTo("Sergei Lavrov");
        assertThat(person.gender).isEqualTo(Person.Gender.MALE);
        assertThat(person.roles).contains("russian", "foreign", "minister");
        assertThat(person.mentions).isEqualTo(2);
    }

    @Test
    void titleTellsTwoOfOneSurnameApart() {
        Prose prose = Analysis.of("Bill Hart and Joan Hart run the farm. Mrs. Hart slept.")
                .prose();
        assertThat(new People(prose).named(10, 11).name).isEqualTo("Joan Hart");
    }

    @Test
    void organisationsAreNoPeople() {
        Prose prose = Analysis.of("Greenfield Motors filed it.").prose();
        assertThat(new People(prose).named(0, 2)).isNull();
    }
}
