package org.quotecheck.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PeopleTest {
    @Test
    void titlesAreNotPartOfTheName() {
        Prose prose = Analysis.of("Danish Fisheries Minister Anders Holt left. Holt slept.")
                .prose();
        Person person = new People(prose).named(7, 8);
        assertThat(person.name).isEqualTo("Anders Holt");
        assertThat(person.gender).isEqualTo(Person.Gender.MALE);
        assertThat(person.roles).contains("danish", "fisheries", "minister");
        assertThat(person.mentions).isEqualTo(2);
    }

    @Test
    void titleTellsTwoOfOneSurnameApart() {
        Prose prose = Analysis.of("Bill Hart and Joan Hart run the farm. Mrs. Hart slept.")
                .prose();
        assertThat(new People(prose).named(10, 11).name).isEqualTo("Joan Hart");
    }

    @Test
    void organisationsAreNotPeople() {
        Prose prose = Analysis.of("Greenfield Motors filed it.").prose();
        assertThat(new People(prose).named(0, 2)).isNull();
    }
}
