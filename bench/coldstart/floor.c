// The floor: a static C program that takes one event after the other from the Lambda Runtime API and says hello.
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

#define RUNTIME "/2018-06-01/runtime/invocation/"

static char buffer[1 << 20];

/* Reads one answer with a Content-Length into buffer; gives its headers' end. */
static char *answer(int connection) {
  size_t length = 0;
  for (;;) {
    ssize_t n = read(connection, buffer + length, sizeof buffer - length - 1);
    if (n <= 0) exit(1);
    length += n;
    buffer[length] = 0;
    char *end = strstr(buffer, "\r\n\r\n");
    if (!end) continue;
    char *announced = strcasestr(buffer, "\r\ncontent-length:");
    size_t body = announced && announced < end ? strtoul(announced + 17, NULL, 10) : 0;
    if (length >= (size_t)(end + 4 - buffer) + body) return end;
  }
}

int main(void) {
  char *api = getenv("AWS_LAMBDA_RUNTIME_API");
  char *colon = strchr(api, ':');
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(atoi(colon + 1))};
  char host[64] = {0};
  memcpy(host, api, colon - api);
  inet_pton(AF_INET, host, &address.sin_addr);
  int connection = socket(AF_INET, SOCK_STREAM, 0), on = 1;
  setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  if (connect(connection, (struct sockaddr *)&address, sizeof address)) return 1;
  for (;;) {
    dprintf(connection, "GET " RUNTIME "next HTTP/1.1\r\nHost: %s\r\n\r\n", api);
    answer(connection);
    char id[64] = {0};
    sscanf(strcasestr(buffer, "\r\nlambda-runtime-aws-request-id:") + 32, " %63[^\r]", id);
    const char *body = "{\"statusCode\":200,\"headers\":{\"Content-Type\":\"text/plain\"},\"body\":\"Hello\"}";
    dprintf(connection, "POST " RUNTIME "%s/response HTTP/1.1\r\nHost: %s\r\nContent-Length: %zu\r\n\r\n%s", id, api, strlen(body), body);
    answer(connection);
  }
}
