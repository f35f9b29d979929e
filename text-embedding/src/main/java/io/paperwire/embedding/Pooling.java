package io.paperwire.embedding;

/** How the vectors of the tokens become the vector of the text. */
enum Pooling {
  /** The mean of all tokens. */
  MEAN {
    @Override
    int tokensRead(int tokens) {
      return tokens;
    }
  },
  /** The vector of the start mark, which stands for the whole. */
  FIRST {
    @Override
    int tokensRead(int tokens) {
      return 1;
    }
  };

  /** How many tokens, from the first, make up the vector of a text with so many. */
  abstract int tokensRead(int tokens);
}
