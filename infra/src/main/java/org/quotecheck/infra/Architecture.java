package org.quotecheck.infra;

/** Processor architectures of AWS Lambda, and what ELF calls them. */
enum Architecture {
    ARM64("arm64", 0xB7, software.amazon.awscdk.services.lambda.Architecture.ARM_64),
    X86_64("x86_64", 0x3E, software.amazon.awscdk.services.lambda.Architecture.X86_64);

    final String parameter;
    /** ELF's e_machine. */
    final int machine;

    final software.amazon.awscdk.services.lambda.Architecture lambda;

    Architecture(String parameter, int machine, software.amazon.awscdk.services.lambda.Architecture lambda) {
        this.parameter = parameter;
        this.machine = machine;
        this.lambda = lambda;
    }
}
