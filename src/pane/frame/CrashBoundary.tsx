import { Component, type ErrorInfo, type ReactNode } from 'react';
import { CrashScreen } from './CrashScreen';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly report: string | null;
}

/** Shows a Chinese page instead of a blank one where drawing the pane itself fails. React has it only as a class. */
export class CrashBoundary extends Component<Props, State> {
  override readonly state: State = { report: null };

  static getDerivedStateFromError(cause: unknown): State {
    return { report: reportOf(cause) };
  }

  override componentDidCatch(cause: unknown, { componentStack }: ErrorInfo): void {
    this.setState({ report: `${reportOf(cause)}\n${componentStack ?? ''}` });
  }

  override render(): ReactNode {
    const { report } = this.state;
    return report === null ? this.props.children : <CrashScreen report={report} />;
  }
}

function reportOf(cause: unknown): string {
  return cause instanceof Error ? `${cause.name}: ${cause.message}\n${cause.stack ?? ''}` : String(cause);
}
