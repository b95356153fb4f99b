/** The mark: circles on circles, the way a Fourier series draws. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <circle cx="13" cy="19" r="10" />
      <circle cx="20.1" cy="11.9" r="4.6" />
      <circle className="tip" cx="23.4" cy="8.6" r="2.2" />
    </svg>
  );
}
